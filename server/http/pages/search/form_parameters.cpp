// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/form_parameters.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

bool is_tracking(std::string_view name) {
    static constexpr std::array<std::string_view, 6> prefixes = {
        "utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid"};
    return std::ranges::any_of(prefixes,
                               [&](std::string_view prefix) { return name.starts_with(prefix); });
}

std::string range_of(std::string from, std::string to) {
    const bool backwards = from.size() == to.size() && to < from;
    if (backwards)
        std::swap(from, to);
    return from == to ? from : from + ".." + to;
}

Parameters with_whole_range(const Parameters& parameters, const std::string& facet) {
    const std::string from(trim(parameters.first(facet + ".from").value_or("")));
    const std::string to(trim(parameters.first(facet + ".to").value_or("")));
    if (from.empty() && to.empty())
        return parameters;
    return parameters.without(facet + ".from")
        .without(facet + ".to")
        .with(facet, range_of(from, to));
}

} // namespace

Parameters form_parameters(const Parameters& sent, const schemas::Library& library) {
    const bool has_query = !trim(sent.first("q").value_or("")).empty();
    std::vector<Parameter> kept = sent.all();
    std::erase_if(kept, [&](const Parameter& parameter) {
        return trim(parameter.value).empty() || is_tracking(parameter.name) ||
               (parameter.name == "sort" && parameter.value == "relevance" && !has_query);
    });
    Parameters parameters(std::move(kept));
    for (const schemas::Facet& facet : library.facets)
        if (facet.shape == schemas::FacetShape::Range)
            parameters = with_whole_range(parameters, facet.name);
    return parameters;
}

} // namespace praxis::http
