// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// What publications are about has a say in their order: one that is like others which rank high
// moves up, one that merely has the words moves down.
//
// First along the neighbour graph: each publication keeps 0.85 of its score and gets 0.15 of its
// neighbours'; one without neighbours keeps all. Then among the first fifty: each keeps 0.7 of
// its score, and 0.3 are the average of the ten most like it. Only what was found is reordered;
// nothing is added or lost.
//
// Threads:  Immutable
// Source:   docs/relevance.md; Diaz, "Regularizing ad hoc retrieval scores", 2005

constexpr std::size_t reordered_documents = 1000;

// `ranked` are the first documents of a ranking, at most `reordered_documents`; the same documents
// in their new order, with their new scores.
std::vector<ScoredDocument> reordered(std::vector<ScoredDocument> ranked, const Snapshot& snapshot);

} // namespace praxis::search
