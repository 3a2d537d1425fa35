// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/suggest_handler.h"

#include "base/utf8.h"
#include "server/http/addresses.h"
#include "server/http/json/text_parts.h"
#include "server/http/limit_parameter.h"
#include "server/search/query/query_parser.h"

#include <fmt/format.h>

#include <array>

namespace praxis::http {

namespace {

using search::Suggestion;
using search::SuggestionKind;

std::string_view name_of(SuggestionKind kind) {
    switch (kind) {
    case SuggestionKind::Query:
        return "query";
    case SuggestionKind::Topic:
        return "topic";
    case SuggestionKind::Organization:
        return "organization";
    case SuggestionKind::Place:
        return "place";
    case SuggestionKind::Publication:
        break;
    }
    return "publication";
}

std::string address_of(const Suggestion& suggestion, const std::string& base_url) {
    if (suggestion.kind == SuggestionKind::Publication)
        return publication_address(base_url, suggestion.value);
    const std::string name = suggestion.facet.empty() ? "q" : suggestion.facet;
    return base_url + "/" + Parameters().with(name, suggestion.value).to_query();
}

void write(JsonWriter& json, const Suggestion& suggestion, const std::string& base_url) {
    const auto object = json.object();
    json.member("kind", name_of(suggestion.kind));
    json.member("text", suggestion.text);
    write_parts(json, "parts", suggestion.parts);
    json.member("value", suggestion.value);
    json.member("url", address_of(suggestion, base_url));
    json.member("count", suggestion.count);
}

} // namespace

Admitted<Response> answer_suggestions(const Call& call) {
    static constexpr std::array<std::string_view, 2> names = {"q", "limit"};
    const Parameters& parameters = call.target.parameters;
    if (auto checked = check_parameters(parameters, names); !checked)
        return tl::unexpected(checked.error());
    const std::string_view typed = parameters.first("q").value_or("");
    if (count_code_points(typed) > search::max_query_code_points)
        return tl::unexpected(
            Problem{ProblemType::InvalidParameter,
                    "The query is too long.",
                    {{"q",
                      fmt::format("A query may have {} characters.", search::max_query_code_points),
                      search::max_query_code_points}}});
    const auto limit = read_limit(parameters, default_suggestions, max_suggestions);
    if (!limit)
        return tl::unexpected(limit.error());
    const std::string base_url = call.searcher.library()->base_url;
    JsonWriter json;
    {
        const auto object = json.object();
        const auto array = json.key("suggestions").array();
        for (const Suggestion& suggestion : call.searcher.suggest(typed, *limit))
            write(json, suggestion, base_url);
    }
    return answer_with(json_type, json.take());
}

} // namespace praxis::http
