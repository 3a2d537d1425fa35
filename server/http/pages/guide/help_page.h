// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/target.h"
#include "server/search/search_answer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::http {

// The page at /help: the query language by examples that can be tried, made of words of this
// library, so that each of them finds something.
//
// Threads:  Immutable
struct Example {
    std::string section; // the heading it stands under
    std::string typed;   // as it would be typed into the box, or what else is done
    std::string finds;   // "publications with both words"
    Parameters parameters{};
    std::uint64_t total = 0;
};

// Examples made from an answer with some hits and the library's facets, without totals.
std::vector<Example> examples_from(const search::SearchAnswer& answer);

// Examples that find nothing are left out.
std::string help_page(const schemas::Library& library, const std::vector<Example>& examples);

} // namespace praxis::http
