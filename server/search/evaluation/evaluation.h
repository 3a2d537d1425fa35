// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/matches.h"
#include "server/search/evaluation/plan.h"
#include "server/search/snapshot.h"

#include <vector>

namespace praxis::search {

// A plan → the publications it matches, scored: the plain engine.
//
// It reads whole posting lists and merges them; right before fast. A faster engine takes the same
// plan and gives the same evaluation.
//
// Shapes:   as many weights as the plan has leaves: what each of them tells (its idf).
// Threads:  Immutable
struct Evaluation {
    Matches matches;
    std::vector<double> weights;
};

// Once the deadline has passed the result means nothing.
Evaluation evaluate(const Plan& plan, const Snapshot& snapshot, const Deadline& deadline);

} // namespace praxis::search
