// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/scope_parameters.h"

#include "server/http/search_parameters.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace praxis::http {

namespace {

constexpr std::array<std::string_view, 7> shaping = {
    "sort", "page_size", "cursor", "rank", "highlight", "facets", "facet_size"};

bool is_in(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

} // namespace

Scope decode_scope(const Parameters& parameters,
                   std::span<const std::string_view> own,
                   std::span<const std::string_view> ordering,
                   const schemas::Library& library) {
    Scope scope;
    std::vector<Parameter> meant;
    std::vector<std::string_view> seen;
    for (const Parameter& parameter : parameters.all()) {
        if (is_in(own, parameter.name)) {
            if (is_in(seen, parameter.name))
                scope.errors.push_back({parameter.name, "is given more than once", {}});
            seen.push_back(parameter.name);
        } else if (is_in(shaping, parameter.name) && !is_in(ordering, parameter.name)) {
            scope.errors.push_back({parameter.name, "is not a parameter of this address", {}});
        } else {
            meant.push_back(parameter);
        }
    }
    auto request = decode_search_request(Parameters(std::move(meant)), library);
    if (request) {
        scope.request = std::move(*request);
        return scope;
    }
    std::vector<search::ParameterError>& errors = request.error().errors;
    if (errors.empty()) // too many parameters
        errors.push_back({"", request.error().detail, {}});
    std::ranges::move(errors, std::back_inserter(scope.errors));
    return scope;
}

} // namespace praxis::http
