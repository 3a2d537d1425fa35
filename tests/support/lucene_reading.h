// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/search/query/query.h"
#include "server/search/search_request.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace praxis::tests {

// A third reading of what a search means, beside the engine's and the oracle's: Lucene++'s own
// searcher, over the documents that Praxis indexes and the values of the facets as terms beside
// them.
//
// It expresses words by their stems, exact phrases, patterns, fields, years and dates, AND, OR and
// NOT, the number of words that are needed, and every filter. It knows no windows, no edits, and no
// compounds: of these it says that it cannot read them. It tells which publications match, not
// their order: Lucene++ ranks in another way.
//
// Threads:  Thread-compatible
// Source:   docs/query_language.md
class LuceneReading {
public:
    // `deleted` are places in `publications`: these are indexed, and deleted by their id.
    LuceneReading(const schemas::Library& library,
                  const std::vector<schemas::Publication>& publications,
                  const std::set<std::uint32_t>& deleted);
    ~LuceneReading();

    // The ids of all that match; nothing if Lucene++ cannot express the request.
    std::optional<std::set<std::string>> matching(const search::SearchRequest& request,
                                                  const search::Node& query) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace praxis::tests
