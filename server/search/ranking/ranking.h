// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/evaluation.h"
#include "server/search/hit_order.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// The first `count` of what was found, in the order that people are shown.
//
// By relevance, the first thousand by score gain by the parts of words that are cut (cut_words.h)
// and by words side by side (word_pairs.h). Then those whose title has all words go first
// (title_lookup.h); where there are none, they are reordered by what they are about (reordering.h).
// Not so with quotes or filters alone, nor with `Rank::Plain`. Whatever `count`, the order is the
// same.
//
// Shapes:   as first_hits.
// Threads:  Immutable
std::vector<ScoredDocument> ranked_hits(const LayerSets& documents,
                                        const SearchRequest& request,
                                        const Plans& plans,
                                        const Evaluation& evaluation,
                                        const Snapshot& snapshot,
                                        std::size_t count,
                                        const Deadline& deadline);

} // namespace praxis::search
