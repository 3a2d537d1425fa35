// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/search/search_answer.h"

#include <string>

namespace praxis::http {

// The page at /about: what the library holds, since when, and how it can be used elsewhere.
//
// `whole`: everything, with the counts of the library's facets.
//
// Threads:  Immutable
std::string about_page(const schemas::Library& library, const search::SearchAnswer& whole);

} // namespace praxis::http
