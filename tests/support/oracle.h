// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/search/query/query.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "tests/support/oracle_query.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace praxis::tests {

// A second reading of what a search means: naive, slow, and made of plain loops.
//
// It scans every publication for every question: tokens against words, values against choices; a
// count beside a value is the total of the request with that value chosen. It shares the parsed
// query with server/search and nothing else; where the two differ, one of them is wrong.
//
// Threads:  Thread-compatible
// Source:   docs/query_language.md
class Oracle {
public:
    // `publications` are those that live.
    Oracle(const schemas::Library& library, const std::vector<schemas::Publication>& publications);

    struct Hit {
        std::string id;
        double score = 0;
    };

    struct Answer {
        std::vector<Hit> hits; // all of them, in order
        std::vector<search::FacetCounts> facets;
    };

    Answer answer(const search::SearchRequest& request, const search::Node& query) const;

    // How many publications of the query pass the request's filters.
    std::uint64_t total(const search::SearchRequest& request, const search::Node& query) const;

private:
    using Scores = std::vector<std::optional<double>>; // by publication: what the query matches

    // What all filters of one facet, or of "date", ask together.
    struct Asked {
        std::set<std::string> any;
        std::set<std::string> all;
        std::set<std::string> none;
        bool missing = false;
        std::vector<search::RangeFilter> ranges;
    };

    static Asked asked(const search::SearchRequest& request, const std::string& facet);

    // The request as if `value` were chosen in the facet.
    static search::SearchRequest
    choosing(search::SearchRequest request, const std::string& facet, const std::string& value);

    Scores scores(const search::Node& query) const;
    std::vector<bool> passing(const search::SearchRequest& request) const; // by publication
    bool passes(const Asked& asked, std::size_t facet, std::size_t publication) const;
    std::uint32_t count(const search::SearchRequest& request, const Scores& scores) const;
    search::FacetCounts facet(const search::SearchRequest& request,
                              const schemas::Facet& facet,
                              const Scores& scores) const;

    const schemas::Library& library_;
    OracleWords words_;
    std::vector<OraclePublication> publications_;
    std::vector<std::vector<std::set<std::string>>> values_; // by publication and facet
};

} // namespace praxis::tests
