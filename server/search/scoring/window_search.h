// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/scoring/top_documents.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// The best documents of one set by the sum of what some of its terms add to each, without scoring
// all of it.
//
// Shapes:   at most `count`, by score from the highest, equal scores by document from the smallest.
//           `terms`: which of the set's, at least one.
// Units:    `scale`: whole numbers for a score of 1; no document's sum reaches 2^31.
// Threads:  Immutable
std::vector<ScoredDocument> search_windows(const ScoredSet& set,
                                           const std::vector<std::size_t>& terms,
                                           double scale,
                                           std::size_t count,
                                           const Deadline& deadline);

} // namespace praxis::search
