// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

constexpr std::size_t max_page_size = 100;
constexpr std::size_t max_facet_size = 1000;
constexpr std::size_t max_facet_value_bytes = 1024;

// Everything in a request that this library cannot answer, but for the query and the cursor:
// names of facets and ranges, sizes, reversed ranges, sorting by relevance without a query.
// Threads:  Immutable
std::vector<ParameterError> check_request(const SearchRequest& request,
                                          const schemas::Library& library);

// Whether there is anything but blanks in `q`.
bool has_query(const SearchRequest& request);

// The order that is meant: relevance with a query, else the newest first.
Sort effective_sort(const SearchRequest& request);

} // namespace praxis::search
