// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/topics/topic_names.h"
#include "analyzers/topics/topic_text.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// The terms by which topics are learned: stems without stop words, pairs of neighbours among
// them, and one term for each topic that the text calls by name.
//
// Source:   docs/topics.md

struct TermCount {
    std::uint64_t term = 0;
    double count = 0;
};

// Ascending by term, each once.
using TermCounts = std::vector<TermCount>;

// The term that says that a topic is called by name.
std::uint64_t name_term(std::string_view topic_value);

// The words and pairs of a run of words; `first` and `last` are places in it, last included.
void visit_terms(
    std::span<const TopicWord> words,
    const std::function<void(std::uint64_t term, std::size_t first, std::size_t last)>& visit);

// A term counts 3 in the title, 2 in the summary, 1 in the body; a name 4 times its strength.
TermCounts count_terms(std::span<const Stretch> stretches,
                       std::span<const NameHits> hits,
                       const TopicNames& names);

} // namespace praxis::analyzers
