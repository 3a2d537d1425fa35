// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::http {

// What a request asks for: a path and parameters, decoded once.
//
// The raw text is split first and each piece decoded then, so that %2F is never a border, %26
// never ends a parameter, and nothing is decoded twice.
//
// Shapes:   pieces are UTF-8 without control characters.
// Errors:   problem 400, with every parameter that cannot be decoded.
// Threads:  Immutable

struct Parameter {
    std::string name;
    std::string value;

    bool operator==(const Parameter&) const = default;
};

// The parameters of a query, in order; the same name may stand several times.
class Parameters {
public:
    Parameters() = default;

    explicit Parameters(std::vector<Parameter> all) : all_(std::move(all)) {}

    const std::vector<Parameter>& all() const { return all_; }

    // The first value of a name.
    std::optional<std::string_view> first(std::string_view name) const;

    bool has(std::string_view name, std::string_view value) const;

    Parameters with(std::string_view name, std::string_view value) const;
    Parameters without(std::string_view name) const;
    Parameters without(std::string_view name, std::string_view value) const;

    // "?q=fire&kind=law", or an empty string without parameters.
    std::string to_query() const;

private:
    std::vector<Parameter> all_;
};

struct Target {
    std::vector<std::string> path; // decoded segments; "/" is one empty segment
    Parameters parameters;
    std::string raw_path; // as sent, without the query
};

// `target`: in origin form ("/v1/search?q=x"), absolute form or "*".
Admitted<Target> parse_target(std::string_view target);

} // namespace praxis::http
