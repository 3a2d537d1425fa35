// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/facet_handler.h"

#include "base/utf8.h"
#include "server/http/json/facet_json.h"
#include "server/http/scope_parameters.h"
#include "server/http/search_parameters.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace praxis::http {

namespace {

constexpr std::array<std::string_view, 3> own = {"prefix", "page_size", "cursor"};

std::optional<std::size_t> read_page_size(std::string_view text) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc() || end != text.data() + text.size() || size < 1 ||
        size > max_facet_size)
        return std::nullopt;
    return size;
}

search::FacetPageRequest decode(const Call& call, std::vector<search::ParameterError>& errors) {
    const Parameters& parameters = call.target.parameters;
    Scope scope = decode_scope(parameters, own, {}, *call.searcher.library());
    errors = std::move(scope.errors);
    search::FacetPageRequest request;
    request.search = std::move(scope.request);
    request.facet = call.rest[0];
    request.prefix = parameters.first("prefix").value_or("");
    request.cursor = parameters.first("cursor").value_or("");
    request.page_size = read_page_size(
        parameters.first("page_size").value_or(std::to_string(default_facet_page_size)));
    if (!request.page_size)
        errors.push_back(
            {"page_size", fmt::format("must be a whole number from 1 to {}", max_facet_size), {}});
    if (count_code_points(request.prefix) > max_facet_value_code_points)
        errors.push_back(
            {"prefix", "is longer than any value of a facet", max_facet_value_code_points});
    if (request.cursor.size() > max_cursor_bytes)
        errors.push_back({"cursor", "is not a cursor of this server", {}});
    return request;
}

} // namespace

Admitted<Response> answer_facet(const Call& call) {
    const auto library = call.searcher.library();
    if (call.rest.size() != 1 || library->facet(call.rest[0]) == nullptr)
        return refusal(ProblemType::NotFound, "The library has no facet of that name.");
    std::vector<search::ParameterError> errors;
    const search::FacetPageRequest request = decode(call, errors);
    if (!errors.empty())
        return tl::unexpected(Problem{
            ProblemType::InvalidParameter, "The parameters are not valid.", std::move(errors)});
    auto page = call.searcher.facet_page(request);
    if (!page)
        return tl::unexpected(problem_of(std::move(page.error())));
    return answer_with(json_type, facet_json(*page));
}

} // namespace praxis::http
