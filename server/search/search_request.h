// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "base/error.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// A search as a value: what the caller asks, decoded but not yet parsed.
//
// Threads:  Thread-compatible
// Source:   docs of the HTTP API, GET /v1/search

enum class Match { Most, All, Any };
enum class Sort { Relevance, DateDown, DateUp, Title };
enum class Rank { Full, Plain };
enum class Highlight { Passages, None };

// The choices in one facet; values are slugs or paths of slugs.
struct FacetFilter {
    std::string facet;
    std::vector<std::string> any;  // at least one of them
    std::vector<std::string> all;  // each of them
    std::vector<std::string> none; // none of them
    bool missing = false;          // has no value at all; with `any`: one of them or no value

    bool operator==(const FacetFilter&) const = default;
};

// From..to in a range facet ("year") or in "date"; a missing end is open. Several filters of one
// field are alternatives.
struct RangeFilter {
    std::string field;
    std::optional<Date> from; // its first day counts; a bare year has month 0
    std::optional<Date> to;   // its last day counts

    bool operator==(const RangeFilter&) const = default;
};

struct SearchRequest {
    std::string q;
    Match match = Match::Most;
    std::vector<FacetFilter> filters;
    std::vector<RangeFilter> ranges;
    std::optional<std::vector<std::string>> facets; // nothing: the library's list
    std::size_t facet_size = 10;
    std::size_t range_facet_size = 0; // of range facets, to draw them whole; 0: facet_size
    std::optional<Sort> sort;         // nothing: Relevance with q, else DateDown
    std::size_t page_size = 10;
    std::string cursor;
    Rank rank = Rank::Full;
    Highlight highlight = Highlight::Passages;
    std::optional<std::uint64_t> as_of;
    bool only_ids = false; // the answer has ids in the place of hits

    bool operator==(const SearchRequest&) const = default;
};

// What is wrong with one parameter; position in code points of its value, from 0.
struct ParameterError {
    std::string parameter;
    std::string reason;
    std::optional<std::size_t> position = std::nullopt;

    bool operator==(const ParameterError&) const = default;
};

// Why a request has no answer; `kind` decides the HTTP status (server/http/problem.cpp).
struct RequestProblem {
    ErrorKind kind = ErrorKind::InvalidInput;
    std::string detail;
    std::vector<ParameterError> errors;
    bool gone = false; // NotFound: it was there once (a generation that is no longer kept)
};

template <typename T>
using Answered = tl::expected<T, RequestProblem>;

} // namespace praxis::search
