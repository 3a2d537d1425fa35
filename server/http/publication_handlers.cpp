// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/publication_handlers.h"

#include "server/http/addresses.h"
#include "server/http/json/publication_json.h"
#include "server/http/related_handler.h"

#include <fmt/format.h>

#include <array>

namespace praxis::http {

namespace {

using enum ProblemType;
using Fate = search::Lookup::Fate;

Response moved_to(std::string location) {
    Response response;
    response.status = 301;
    response.headers.set("Location", std::move(location));
    return response;
}

Admitted<Response> answer_data(const Call& call, const search::Lookup& lookup) {
    const auto library = call.searcher.library();
    return answer_lookup(
        lookup, publication_data_address, [&](const schemas::Publication& publication) {
            Response response = answer_with(
                json_type, publication_json(publication, library->base_url, lookup.generation));
            response.headers.set("Content-Location", publication_data_address(publication.id));
            return response;
        });
}

} // namespace

std::string id_of(std::span<const std::string> rest) {
    std::string id;
    for (const std::string& segment : rest)
        id += (id.empty() ? "" : "/") + segment;
    return id;
}

Admitted<Response> answer_lookup(const search::Lookup& lookup,
                                 const std::function<std::string(std::string_view id)>& address,
                                 const std::function<Response(const schemas::Publication&)>& show) {
    switch (lookup.fate) {
    case Fate::Found:
        return show(lookup.publication.value());
    case Fate::Moved:
        return moved_to(address(lookup.current_id));
    case Fate::Removed:
        return refusal(
            Gone,
            fmt::format("This publication was removed from the library on {}.", lookup.removed));
    case Fate::Unknown:
        break;
    }
    return refusal(NotFound, "The library has no publication of that id.");
}

Admitted<Response> answer_publication(const Call& call) {
    if (asks_for_related(call))
        return answer_related(call);
    if (auto checked = check_parameters(call.target.parameters, {}); !checked)
        return tl::unexpected(checked.error());
    return answer_data(call, call.searcher.publication(id_of(call.rest)));
}

Admitted<Response> answer_publication_of_source(const Call& call) {
    static constexpr std::array<std::string_view, 2> names = {"source", "source_id"};
    const Parameters& parameters = call.target.parameters;
    if (auto checked = check_parameters(parameters, names); !checked)
        return tl::unexpected(checked.error());
    std::vector<search::ParameterError> errors;
    for (const std::string_view name : names)
        if (parameters.first(name).value_or("").empty())
            errors.push_back({std::string(name), "is needed", {}});
    if (!errors.empty())
        return tl::unexpected(
            Problem{InvalidParameter, "Name a source and the id that it gave.", std::move(errors)});
    return answer_data(call,
                       call.searcher.publication_of_source(*parameters.first("source"),
                                                           *parameters.first("source_id")));
}

} // namespace praxis::http
