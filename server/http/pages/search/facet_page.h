// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/search/search_page.h"

#include <string>
#include <string_view>

namespace praxis::http {

// The page with every value of one facet inside a search: what does not fit beside the results,
// with a field that looks for values by their names.
//
// Threads:  Immutable

// Keeps the values whose label, or that of a value below them, contains these letters, and the
// selected ones.
void keep_values(search::SearchAnswer& answer, std::string_view letters);

// `letters`: what was looked for. The answer has the one facet.
std::string facet_page(const SearchView& view, std::string_view letters);

} // namespace praxis::http
