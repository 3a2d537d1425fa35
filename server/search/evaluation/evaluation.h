// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/plan.h"
#include "server/search/scoring/scored_term.h"
#include "server/search/sets/document_set.h"
#include "server/search/sets/layer_sets.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// A plan → the publications it matches, and what their scores are made of, layer by layer.
//
// What matches is worked out first and exactly, as sets, whatever it scores; who is best of it is
// asked for later, and only for as many as are shown (scoring/top_documents.h).
//
// Shapes:   as many weights as the plan has leaves: what each of them tells (its idf, over all
//           layers). Terms are the same in all layers, but for their shares.
// Threads:  Immutable
// Lifetime: the snapshot must outlive it.
struct LayerEvaluation {
    DocumentSet documents;
    std::vector<ScoredTerm> terms; // a document's score is the sum of what they add
};

struct Evaluation {
    std::vector<LayerEvaluation> layers;
    std::vector<std::size_t> term_leaves; // whose leaf each term is
    std::vector<double> weights;

    LayerSets documents() const;
};

// Once the deadline has passed the result means nothing.
Evaluation evaluate(const Plans& plans, const Snapshot& snapshot, const Deadline& deadline);

} // namespace praxis::search
