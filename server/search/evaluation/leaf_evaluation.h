// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/plan.h"
#include "server/search/layer.h"
#include "server/search/scoring/scored_term.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <optional>

namespace praxis::search {

// One leaf of a plan over the publications of a layer: which match, and what it adds to their
// scores, but for its idf: that is known when all layers have been counted.
//
// A leaf scores by its occurrences in all fields that have a weight (bm25.h), as one word would,
// also when it stands for many forms or a phrase: its own df, its own frequency. A field's name in
// front filters by that field and leaves the score as it is; a facet's value scores 0.
// A fuzzy word scores (2 - edits + saturation) / 3 of what its idf allows, by its least edits:
// what was typed stands above one slip, one slip above two. A pattern scores its idf.
//
// Threads:  Immutable
struct EvaluatedLeaf {
    DocumentSet documents;
    std::optional<ScoredTerm> term;      // gated to the texts that match, if others are in it, too
    std::optional<std::size_t> matching; // how many score by it, if it is looked for in texts
};

// `sure`: only documents that match the leaf will be scored.
EvaluatedLeaf
evaluate_leaf(const PlannedLeaf& leaf, bool sure, const Layer& layer, const Deadline& deadline);

} // namespace praxis::search
