// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/evaluation.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// The first `count` of a set of publications in the order asked for.
//
// The order is total: equals are ordered by date, the newest first, then by id, which is the order
// of a snapshot's documents. Publications without a date come last whichever way dates run.
//
// Shapes:   scores only where the order is by relevance.
// Threads:  Immutable
std::vector<ScoredDocument> first_hits(const LayerSets& documents,
                                       Sort sort,
                                       const Evaluation& evaluation,
                                       const Snapshot& snapshot,
                                       std::size_t count,
                                       const Deadline& deadline);

} // namespace praxis::search
