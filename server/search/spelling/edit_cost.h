// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::search {

// What it costs to have typed one word for another: likely slips are cheap.
//
// | edit | cost |
// |---|---|
// | a letter doubled, or one of two left out | 0.5 |
// | two neighbours swapped; a vowel for a vowel | 0.6 |
// | a letter that sounds alike (c k s, s z, i y, f v, t d, g j, m n, b p, …) | 0.7 |
// | a neighbouring key; a vowel or h added or left out | 0.8 |
// | any other letter added, left out or replaced | 1 |
// | another first letter | 0.3 on top |
//
// Units:    bytes; folded words are ASCII in the languages that are stemmed.
// Threads:  Immutable
// Source:   the costs were chosen on lists of real misspellings; docs/spelling.md
double edit_cost(std::string_view typed, std::string_view meant);

} // namespace praxis::search
