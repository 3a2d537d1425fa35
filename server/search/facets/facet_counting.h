// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/facet_column.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/sets/layer_sets.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

// How many documents of a set have each value of a facet.
//
// Shapes:   counts by ordinal.
// Threads:  Immutable
std::vector<std::uint32_t>
count_values(const FacetColumn& column, const DocumentSet& documents, const Deadline& deadline);

// The same for each of several facets over all layers, by the library's values (facet_values.h).
std::vector<std::vector<std::uint32_t>> count_facets(const std::vector<std::size_t>& facets,
                                                     const LayerSets& documents,
                                                     const Snapshot& snapshot,
                                                     const Deadline& deadline);

} // namespace praxis::search
