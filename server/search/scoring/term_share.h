// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/score_table.h"
#include "server/search/scoring/scored_term.h"

#include <cstdint>

namespace praxis::search {

// The share of its weight that a term adds to one document; 0 if it adds nothing.
//
// Threads:  Immutable
double share_of(const ScoredTerm& term, std::uint32_t document, const ScoreTable& table);

} // namespace praxis::search
