// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/facet_values.h"
#include "server/search/facets/selection.h"
#include "server/search/search_answer.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace praxis::search {

// The counts of a facet's values → all values of which a word begins with `prefix`, in one list.
//
// The order is that of facet_listing.h, without its levels.
//
// Shapes:   as many counts as the facet has values; values without children.
// Threads:  Immutable
std::vector<FacetValue> list_flat(const FacetValues& known,
                                  const std::vector<std::uint32_t>& counts,
                                  const FacetChoice& choice,
                                  std::string_view prefix);

} // namespace praxis::search
