// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/json/json_writer.h"
#include "server/search/facet_page.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::http {

// A page of a facet's values as GET /v1/facets/{field} gives it.
//
// Threads:  Immutable
std::string facet_json(const search::FacetPage& page);

// "generation": {"number": …, "published": …}
void write_generation(JsonWriter& json, std::uint64_t number, std::string_view published);

} // namespace praxis::http
