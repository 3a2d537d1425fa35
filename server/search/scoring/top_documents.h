// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/scoring/score_table.h"
#include "server/search/scoring/scored_term.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

// The best documents of the sets of several layers by the sum of what the terms add to each.
//
// Scores are the same as if all were one set: they can be compared across layers.
//
// Shapes:   as many terms in each set, of the same weights; of each set at most `count`, by score
//           from the highest, equal scores by document from the smallest: the same beginning
//           whatever `count`.
// Threads:  Immutable
struct ScoredDocument {
    std::uint32_t document = 0;
    double score = 0;
};

class Champions;

// What is searched in one layer.
struct ScoredSet {
    const DocumentSet& documents;
    const std::vector<ScoredTerm>& terms;
    const ScoreTable& table;
    const Champions* champions = nullptr; // of the layer's lists, if they are known
};

// Once the deadline has passed the result means nothing.
std::vector<std::vector<ScoredDocument>>
top_documents(const std::vector<ScoredSet>& sets, std::size_t count, const Deadline& deadline);

} // namespace praxis::search
