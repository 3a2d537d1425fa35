// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

#include <optional>
#include <span>
#include <string_view>

namespace praxis::http {

// Every address of the server, as a table: read it as the API's index.
//
// A pattern is a path; "/*" at its end takes one or more further segments. The first match counts.
//
// Threads:  Immutable

struct Route {
    enum Trait : unsigned {
        None = 0,
        Costly = 1U << 0U,      // passes the gate of running searches
        Revalidated = 1U << 1U, // a function of request and generation: gets an entity tag
        Export = 1U << 2U,      // passes the gate of exports, until the last byte
        Operator = 1U << 3U     // for whoever runs the server: costs clients no budget
    };

    std::string_view pattern;
    std::string_view name;                   // for counters
    std::span<const std::string_view> media; // what it answers with; anything else is 406
    unsigned traits;
    Handler handler;

    bool has(Trait trait) const { return (traits & trait) != 0; }
};

std::span<const Route> routes();

struct Match {
    const Route* route = nullptr;
    std::span<const std::string> rest;
};

std::optional<Match> find_route(std::span<const std::string> path);

} // namespace praxis::http
