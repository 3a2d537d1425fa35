// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::schemas {

// A word as it is compared with the words of a vocabulary or facet: without case, blanks,
// hyphens, dashes, underscores and apostrophes; '&' is "and". "Parks & Recreation" and
// "parks-and-recreation" are one word.
//
// Case is that of ASCII and of the accented letters of Latin-1.
//
// Threads:  Immutable
std::string squeezed(std::string_view word);

} // namespace praxis::schemas
