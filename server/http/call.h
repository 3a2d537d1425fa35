// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/exchange.h"
#include "server/http/target.h"
#include "server/search/searcher.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace praxis::http {

// What a handler is given: one request with everything it may read.
//
// Threads:  Immutable
struct Call {
    const Request& request;
    const Target& target;
    std::span<const std::string> rest; // the path behind the route's own segments
    std::string_view media;            // of the route's media types the one that is wanted most
    const search::Searcher& searcher;
    bool ready;                                   // false while the server drains
    const std::function<std::string()>& counters; // in Prometheus' format
};

// A handler answers with the body and what is special about it; common fields are added later.
using Handler = Admitted<Response> (*)(const Call&);

// A 200 of that media type.
Response answer_with(std::string_view media_type, std::string body);

// Refuses every parameter that is not in the list, and any that is given twice.
Admitted<void> check_parameters(const Parameters& parameters,
                                std::span<const std::string_view> allowed);

constexpr std::string_view json_type = "application/json";
constexpr std::string_view html_type = "text/html";
constexpr std::string_view problem_type = "application/problem+json";

} // namespace praxis::http
