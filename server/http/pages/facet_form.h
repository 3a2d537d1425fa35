// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search_page.h"

namespace praxis::http {

// The filters of the search page: those that are on, those that can be chosen, and the hidden
// fields that keep the rest of the state when the form is sent.
//
// Threads:  Immutable

// One link for each filter that is on, which takes it off; and one for all of them.
void write_active_filters(HtmlWriter& html, const SearchView& view);

// A fieldset of checkboxes for each counted facet, with an Apply button.
void write_facet_form(HtmlWriter& html, const SearchView& view);

// Hidden fields for every parameter that neither the box nor a checkbox shows.
void write_kept_fields(HtmlWriter& html, const SearchView& view);

// What a filter is called: "Topic: Public safety", "not Kind: Law"; empty for other parameters.
std::string filter_label(const Parameter& parameter, const SearchView& view);

// The same parameters without any filter.
Parameters without_filters(const SearchView& view);

} // namespace praxis::http
