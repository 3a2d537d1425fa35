// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace praxis::tests {

// Publications made by chance, for comparing the real thing with a naive oracle.
//
// The vocabulary is small, so that random queries of two or three words find something, and
// common words are much commoner than rare ones. Every list is empty now and then; some
// publications have no date, a year only, or a period; topics and places are paths of one to
// three levels that share their beginnings.
//
// Shapes:   valid by schemas/publication.h; ids are unique: "random/0", "random/1", ...;
//           0 to 6 passages of 0 to 60 words.
// Threads:  Immutable (the same seed and number give the same publication everywhere)

// The words that titles, summaries and passages are made of, the commonest first.
const std::vector<std::string>& random_words();

// All topics that occur, as terms.
const std::vector<schemas::Term>& random_topics();

schemas::Publication random_publication(std::uint64_t seed, std::size_t number);

std::vector<schemas::Publication> random_publications(std::uint64_t seed, std::size_t count);

// Gives its authors, keywords and places other labels than random publications do.
void relabel(schemas::Publication& publication);

} // namespace praxis::tests
