// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <string>

namespace praxis::http {

// The description of the API as it is served: schemas/http_api.json with this library's facets.
//
// The file describes the parameters of any facet once, as "{facet}", "{facet}.all" and so on; here
// they become parameters for each facet of the library, so that tools know their names. Routes
// marked x-reserved have a place in the file and no server yet; they are left out.
//
// Shapes:   OpenAPI 3.1 as JSON.
// Errors:   Internal: the embedded file is no JSON.
// Threads:  Immutable
std::string openapi_json(const schemas::Library& library);

} // namespace praxis::http
