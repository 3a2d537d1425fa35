// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/page_handlers.h"

#include "base/utf8.h"
#include "server/http/addresses.h"
#include "server/http/pages/problem_page.h"
#include "server/http/pages/publication_page.h"
#include "server/http/pages/search_page.h"
#include "server/http/publication_handlers.h"
#include "server/http/search_handler.h"
#include "server/http/search_parameters.h"

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

Parameters form_parameters(const Parameters& sent) {
    const bool has_query = !trim(sent.first("q").value_or("")).empty();
    std::vector<Parameter> kept = sent.all();
    std::erase_if(kept, [&](const Parameter& parameter) {
        return trim(parameter.value).empty() || is_tracking(parameter.name) ||
               (parameter.name == "sort" && parameter.value == "relevance" && !has_query);
    });
    return Parameters(std::move(kept));
}

} // namespace

Admitted<Response> show_search_page(const Call& call) {
    const auto library = call.searcher.library();
    const Parameters parameters = form_parameters(call.target.parameters);
    auto request = decode_search_request(parameters, *library);
    if (!request)
        return tl::unexpected(problem_of(std::move(request.error())));
    const auto found = run_search(call, *request);
    if (!found)
        return tl::unexpected(found.error());
    Response response =
        answer_with(html_type, search_page({*library, parameters, *request, found->answer}));
    response.headers.set("Server-Timing", found->server_timing);
    return response;
}

Admitted<Response> show_publication_page(const Call& call) {
    const auto library = call.searcher.library();
    return answer_lookup(
        call.searcher.publication(id_of(call.rest)),
        [](std::string_view id) { return publication_address("", id); },
        [&](const schemas::Publication& publication) {
            return answer_with(html_type, publication_page(publication, *library));
        });
}

Admitted<Response> show_problem_kind(const Call& call) {
    const ProblemKind* kind = call.rest.size() == 1 ? find_problem_kind(call.rest[0]) : nullptr;
    if (kind == nullptr)
        return refusal(ProblemType::NotFound, "There is no problem of that name.");
    return answer_with(html_type, problem_kind_page(*kind, *call.searcher.library()));
}

} // namespace praxis::http
