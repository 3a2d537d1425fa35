// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/search/search_page.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::http {

// The page with every value of one facet inside a search: what does not fit beside the results,
// with a field that looks for values by their names.
//
// Threads:  Immutable

struct FacetView {
    SearchView search;               // its answer has the one facet, of which a part is shown
    std::string_view letters;        // what was looked for: a word of a value's name begins so
    std::uint64_t total = 0;         // values that were found
    std::optional<std::string> next; // cursor to the values behind these
};

// Values in one list, each under the value above it where that is in the list too; the order of
// those side by side stays. A value without the one above it is called by its whole path, as far
// as `names` knows it.
std::vector<search::FacetValue> as_tree(std::vector<search::FacetValue> values,
                                        const std::map<std::string, std::string>& names);

std::string facet_page(const FacetView& view);

} // namespace praxis::http
