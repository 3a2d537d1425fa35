// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search/search_page.h"

namespace praxis::http {

// The years of a search: two fields for a range, a drawing for the eye, a table for everyone.
//
// The drawing has one column a year, without gaps, whose height goes with the count; each is a
// link that the keyboard passes over, because the table behind it says the same.
//
// Shapes:   the drawing shows at most the last 100 years; the table all of them.
// Threads:  Immutable
void write_year_facet(HtmlWriter& html, const SearchView& view, const search::FacetCounts& facet);

} // namespace praxis::http
