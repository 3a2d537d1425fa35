// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/target.h"
#include "server/search/search_request.h"

namespace praxis::http {

// The parameters of a search as a value: GET /v1/search and the page at / read them alike.
//
//   q match sort page_size cursor rank highlight as_of facets facet_size   each once
//   date=A..B  <range facet>=A..B                                          repeated: or
//   <facet>=  <facet>.all=  <facet>.not=  <facet>.missing=true             repeated
//
// An unknown value of a facet is no error (old links live on); an unknown facet is.
//
// Shapes:   limits below.
// Errors:   InvalidInput with every mistake: unknown and repeated parameters, bad values.
// Threads:  Immutable

constexpr std::size_t max_query_code_points = 1'024;
constexpr std::size_t max_facet_value_code_points = 256;
constexpr std::size_t max_parameters = 256;
constexpr std::size_t max_page_size = 100;
constexpr std::size_t max_facet_size = 1'000;
constexpr std::size_t max_cursor_bytes = 2'048;

search::Answered<search::SearchRequest> decode_search_request(const Parameters& parameters,
                                                              const schemas::Library& library);

} // namespace praxis::http
