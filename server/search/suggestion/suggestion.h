// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_answer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::search {

// What a visitor may want to go on with while typing.
//
// Shapes:   `value` is the query, the publication's id or the facet's value; `facet` the facet's
//           name, else empty. `count`: of a query, the publications in which its words stand side
//           by side (searching for them finds at least these); of a value, those that have it; of
//           a publication, 1. Never 0.
// Threads:  Thread-compatible

enum class SuggestionKind { Query, Topic, Organization, Place, Publication };

struct Suggestion {
    SuggestionKind kind = SuggestionKind::Query;
    std::string text;
    std::vector<TextPart> parts; // the text; what was typed is marked
    std::string value;
    std::string facet;
    std::uint64_t count = 0;
};

} // namespace praxis::search
