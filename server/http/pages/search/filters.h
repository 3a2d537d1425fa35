// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search/search_page.h"

#include <optional>
#include <string>

namespace praxis::http {

// The filters that are on, and what of them a form shows by itself.
//
// Threads:  Immutable

// One link for each filter that is on, which takes it off; and one for all of them.
void write_active_filters(HtmlWriter& html, const SearchView& view);

// What a filter is called: "Topic: Public safety", "not Kind: Law"; empty for other parameters.
std::string filter_label(const Parameter& parameter, const SearchView& view);

// The same parameters without any filter.
Parameters without_filters(const SearchView& view);

// The counts of a facet, or null.
const search::FacetCounts* counts_of(const SearchView& view, std::string_view field);

// The value among these and those below them, or null.
const search::FacetValue* find_value(const std::vector<search::FacetValue>& values,
                                     std::string_view value);

// The two ends of a range of years, as written: "2010..2016" → {"2010", "2016"}.
struct YearEnds {
    std::string from;
    std::string to;
};

// The ends of the one range that is chosen in a facet of years; nothing if there are several.
std::optional<YearEnds> chosen_years(const Parameters& parameters, std::string_view facet);

} // namespace praxis::http
