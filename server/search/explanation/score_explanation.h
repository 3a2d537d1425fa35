// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/evaluation.h"
#include "server/search/evaluation/plan.h"
#include "server/search/explanation/explanation.h"
#include "server/search/snapshot.h"

#include <cstdint>

namespace praxis::search {

// What each clause of a query adds to the score of one document; those that add nothing are left
// out.
//
// Threads:  Immutable
std::vector<ExplainedClause> explain_clauses(std::uint32_t document,
                                             const Plans& plans,
                                             const Evaluation& evaluation,
                                             const Snapshot& snapshot);

// The explanation's numbers in sentences that a librarian reads.
std::vector<std::string> in_plain_words(const Explanation& explanation);

} // namespace praxis::search
