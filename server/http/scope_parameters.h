// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/target.h"
#include "server/search/search_request.h"

#include <span>
#include <string_view>
#include <vector>

namespace praxis::http {

// Which publications are meant: the part of a search's parameters that other routes take too.
//
//   q match date as_of <facet>= <facet>.all= <facet>.not= <facet>.missing=
//
// Threads:  Immutable
struct Scope {
    search::SearchRequest request;
    std::vector<search::ParameterError> errors; // of the scope's parameters and of repeated ones
};

// `own`: the route's own parameters, left to it. `ordering`: those of a search that it takes beside
// the scope ("sort", "rank"); the other ones that shape a page are refused.
Scope decode_scope(const Parameters& parameters,
                   std::span<const std::string_view> own,
                   std::span<const std::string_view> ordering,
                   const schemas::Library& library);

} // namespace praxis::http
