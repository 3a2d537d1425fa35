// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/corpus/dice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::bench {

// What an invented publication says of itself: the values of every facet of the default library.
//
// Shapes:   kind: one of 8; topics: 1 to 4 of 200, "Housing/Costs"; organization: one of 30; place:
//           one of 50; date: in one of 37 years. These are the five small facets of benchmarks.
//           authors: 1 to 4, of a number that grows with the library; lens: one of 2; audience,
//           series: few values, not everywhere. Keywords are taken from the text, elsewhere.
// Threads:  Thread-compatible
struct Values {
    std::string kind;
    std::vector<std::string> topics;
    std::string organization;
    std::string place;
    std::string date; // YYYY-MM-DD
    std::vector<std::string> authors;
    std::string audience;
    std::string series;
    std::string lens;
};

// `subject` decides which topics are near; `publications` is the size of the library.
Values random_values(std::uint64_t subject, std::uint64_t publications, Dice& dice);

} // namespace praxis::bench
