// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/facet_column.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/sets/document_set.h"

#include <cstdint>
#include <vector>

namespace praxis::search {

// How many documents of a set have each value of a facet.
//
// Shapes:   counts by ordinal.
// Threads:  Immutable
std::vector<std::uint32_t>
count_values(const FacetColumn& column, const DocumentSet& documents, const Deadline& deadline);

} // namespace praxis::search
