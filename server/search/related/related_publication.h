// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::search {

// A publication like another one, and why.
//
// Shapes:   `similarity` from 0 to 1; topics that both have; the words that speak most for it, the
//           weightiest first, at most `max_shared_words`.
// Threads:  Thread-compatible
constexpr std::size_t max_shared_words = 6;

struct RelatedPublication {
    schemas::Publication publication; // without its passages
    double similarity = 0;
    std::vector<schemas::Term> topics;
    std::vector<std::string> words;
};

} // namespace praxis::search
