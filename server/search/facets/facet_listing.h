// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/facet_values.h"
#include "server/search/facets/selection.h"
#include "server/search/search_answer.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

// The counts of a facet's values → the list that is shown.
//
// Selected first, then by count, then by label. Values without a publication are left out unless
// they are selected. A hierarchy shows its top level, the path to each selected value and its
// children; each list is cut at the size that was asked for, but never before a selected value or
// one on the way to it.
//
// Shapes:   as many counts as the facet has values.
// Threads:  Immutable
FacetCounts list_facet(const FacetValues& known,
                       const std::vector<std::uint32_t>& counts,
                       const FacetChoice& choice,
                       std::size_t size);

} // namespace praxis::search
