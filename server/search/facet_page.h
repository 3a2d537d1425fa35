// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_answer.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// The values of one facet inside a search: searched, and in pages.
//
// Where an answer's facets show the first values of each list, this gives all of one.
//
// Threads:  Thread-compatible
struct FacetPageRequest {
    SearchRequest search; // its sizes, cursor and facets mean nothing here
    std::string facet;
    std::string prefix; // a word of the label or the value must begin so, folded; empty: all
    std::optional<std::size_t> page_size; // nothing: all of them
    std::string cursor;
};

// Shapes:   values in the order of an answer's lists, each level of a hierarchy for itself and
//           without children; those that no publication has only if they are selected.
struct FacetPage {
    std::string field;
    std::string label;
    std::uint64_t total = 0; // values that match the prefix
    std::vector<FacetValue> values;
    std::optional<std::string> next; // cursor
    std::uint64_t generation = 0;
    std::string published; // UTC
};

} // namespace praxis::search
