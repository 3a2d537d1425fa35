// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/topics/topic_text.h"

#include <cstddef>
#include <vector>

namespace praxis::analyzers {

// A sentence of a stretch: its words, first to last, both included. A line end ends a sentence;
// what is longer than forty words is cut there, so that it can be shown.
struct Sentence {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Sentence> sentences_of(const Stretch& stretch);

} // namespace praxis::analyzers
