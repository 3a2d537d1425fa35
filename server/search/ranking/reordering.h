// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <span>
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

// Gives the first documents of a ranking, at most `reordered_documents` in any order, their new
// scores, and puts the first `count` in their new order.
void reorder(std::vector<ScoredDocument>& ranked, std::size_t count, const Snapshot& snapshot);

// Puts the first `count` in order by score, equal ones by document; the others behind, in any
// order.
void sort_first(std::span<ScoredDocument> documents, std::size_t count);

} // namespace praxis::search
