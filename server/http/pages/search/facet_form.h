// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search/search_page.h"

namespace praxis::http {

// The filters of the search page that can be chosen, and the hidden fields that keep the rest of
// the state when the form is sent.
//
// Threads:  Immutable

// A fieldset of checkboxes for each counted facet, a drawing for the years, an Apply button.
void write_facet_form(HtmlWriter& html, const SearchView& view);

// Checkboxes with counts, nested where values have values below them. They belong to the search
// form, wherever they stand.
void write_checkboxes(HtmlWriter& html,
                      const SearchView& view,
                      std::string_view field,
                      const std::vector<search::FacetValue>& values);

// Hidden fields for every parameter that neither the box nor the filters show.
void write_kept_fields(HtmlWriter& html, const SearchView& view);

// The page with every value of a facet inside this search.
std::string facet_address(std::string_view field, const Parameters& parameters);

} // namespace praxis::http
