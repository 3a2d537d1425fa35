// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/target.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"

#include <string>
#include <vector>

namespace praxis::http {

// The page at /: search box, results with passages, facets, pager; works without script.
//
// The address holds the whole state. Facets are checkboxes of the one form, sent by Search or
// Apply; everything else that changes the state is a link made from the parameters at hand.
//
// Threads:  Immutable

// A search like one that found nothing, with less asked of it, and what that would find.
struct LooserSearch {
    std::string label; // "without the filter “Kind: Law”"
    Parameters parameters;
    std::uint64_t total = 0;
};

struct SearchView {
    const schemas::Library& library;
    const Parameters& parameters; // as understood: without empty and unknown ones
    const search::SearchRequest& request;
    const search::SearchAnswer& answer;
    std::vector<LooserSearch> looser{}; // if nothing was found
};

std::string search_page(const SearchView& view);

// Ways to ask for less, without their totals.
std::vector<LooserSearch> looser_searches(const SearchView& view);

// The address of the same search with other parameters, from its first page.
std::string search_address(const Parameters& parameters);

} // namespace praxis::http
