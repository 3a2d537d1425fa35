// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/publication_handlers.h"

#include "server/http/addresses.h"
#include "server/http/citations/citation_formats.h"
#include "server/http/json/publication_json.h"
#include "server/http/related_handler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

using enum ProblemType;
using Fate = search::Lookup::Fate;

// In which format a publication is wanted, and how its address ends then.
struct Wanted {
    const CitationFormat* format = nullptr; // null: JSON
    std::string_view extension;
};

// Ids have no dots, so the first one begins an extension. Nothing for one that no format has.
std::optional<Wanted> wanted_by(std::string_view extension, std::string_view media) {
    if (extension == ".json")
        return Wanted{nullptr, extension};
    if (!extension.empty()) {
        const CitationFormat* format = find_citation_format(extension);
        return format == nullptr ? std::nullopt : std::optional(Wanted{format, extension});
    }
    const auto formats = citation_formats();
    const auto accepted = std::ranges::find(formats, media, &CitationFormat::media_type);
    return Wanted{accepted == formats.end() ? nullptr : &*accepted, {}};
}

Admitted<Response>
answer_data(const Call& call, const search::Lookup& lookup, const Wanted& wanted) {
    const auto library = call.searcher.library();
    const auto address = [&](std::string_view id) {
        return publication_data_address(id) + std::string(wanted.extension);
    };
    return answer_lookup(lookup, address, [&](const schemas::Publication& publication) {
        Response response =
            wanted.format != nullptr
                ? answer_with(wanted.format->media_type,
                              wanted.format->write(publication, *library))
                : answer_with(json_type,
                              publication_json(publication, library->base_url, lookup.generation));
        response.headers.set("Content-Location",
                             wanted.format != nullptr ? publication_data_address(publication.id) +
                                                            std::string(wanted.format->extension)
                                                      : address(publication.id));
        return response;
    });
}

} // namespace

std::span<const std::string_view> publication_media() {
    static const std::vector<std::string_view> types = [] {
        std::vector<std::string_view> all = {json_type};
        for (const CitationFormat& format : citation_formats())
            all.push_back(format.media_type);
        return all;
    }();
    return types;
}

Response moved_to(std::string location) {
    Response response;
    response.status = 301;
    response.headers.set("Location", std::move(location));
    return response;
}

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
    const std::string id = id_of(call.rest);
    const std::size_t dot = std::min(id.find('.'), id.size());
    const auto wanted = wanted_by(std::string_view(id).substr(dot), call.media);
    if (!wanted)
        return refusal(NotFound, "The library has neither such an id nor such a format.");
    return answer_data(call, call.searcher.publication(id.substr(0, dot)), *wanted);
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
                                                           *parameters.first("source_id")),
                       {});
}

} // namespace praxis::http
