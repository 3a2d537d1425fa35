// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// A word as it is compared with the words of a vocabulary or facet: without case, blanks,
// hyphens, dashes, underscores and apostrophes; '&' is "and". "Parks & Recreation" and
// "parks-and-recreation" are one word.
//
// Case is that of ASCII and of the accented letters of Latin-1.
//
// Threads:  Immutable
std::string squeezed(std::string_view word);

// The words of a list that is separated by blanks and line ends.
std::vector<std::string> words_in(std::string_view list);

} // namespace praxis::schemas
