// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace praxis::tests {

// Publications for random queries: random_publication's, with compounds, acronyms and numbers
// written in several ways, so that their joined forms meet.
std::vector<schemas::Publication> searchable_publications(std::uint64_t seed, std::size_t count);

// Requests made by chance, over the whole query language and every filter, for a library whose
// publications they mostly find something in.
//
// The texts are syntactically right more often than not; all of them must be answered or refused.
//
// Threads:  Thread-compatible (the same seed gives the same requests everywhere)
class RandomRequests {
public:
    RandomRequests(std::uint64_t seed,
                   const schemas::Library& library,
                   const std::vector<schemas::Publication>& publications);

    search::SearchRequest next();

    // A number from 0 to below `limit`.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

private:
    bool one_in(std::size_t count) { return below(count) == 0; }

    template <typename Value>
    const Value& one_of(const std::vector<Value>& values) {
        return values[below(values.size())];
    }

    std::string word();
    std::string words(std::size_t least, std::size_t most);
    std::string pattern();
    std::string slip(std::string word);
    std::string in_field();
    std::string primary(std::size_t depth);
    std::string clauses(std::size_t depth);
    std::string value_of(const schemas::Facet& facet);
    void add_filters(search::SearchRequest& request);
    void add_range(search::SearchRequest& request);

    std::mt19937_64 engine_;
    const schemas::Library& library_;
    std::vector<std::vector<std::string>> values_; // by facet
};

} // namespace praxis::tests
