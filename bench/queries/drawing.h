// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/lines/lines.h"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::bench {

// One query of the comparison.
struct DrawnQuery {
    std::string name; // its class: "and_2"
    std::string kind; // "and"
    std::string words;
    std::string filter; // "place=Texas": one facet to choose when the class is filtered
};

// Draws `count` queries of each class from a library, always the same for the same library.
//
// term_frequent, term_medium, term_rare   words in 12 to 60 %, 0.8 to 3 %, 10 to 60 publications
// and_2, and_3, or_2, or_5                words of one publication, each in 1 to 60 %
// phrase                                  2 or 3 words that stand side by side, each in 0.5 to 60 %
// prefix                                  4 letters that begin at most 900 words, one of them in 1
// %
//
// No stop words and no numbers. Filters are values of publications, so frequent ones are frequent.
std::vector<DrawnQuery> draw_queries(Lines& lines, std::size_t count);

} // namespace praxis::bench
