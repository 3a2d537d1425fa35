// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/matches.h"
#include "server/search/facets/selection.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

// The publications that a query matches → those that pass the request's choices, and the counts
// beside every value of the facets that are asked for, in one pass.
//
// Shapes:   counts by the order of `facets`, then by ordinal.
// Threads:  Immutable
// Source:   drill-sideways counting (contract of GET /v1/search; docs/query_language.md)
struct Filtered {
    Matches matches;
    std::vector<std::vector<std::uint32_t>> counts;
};

Filtered filter_and_count(const Matches& matches,
                          const Selection& selection,
                          const std::vector<std::size_t>& facets,
                          const Snapshot& snapshot,
                          const Deadline& deadline);

} // namespace praxis::search
