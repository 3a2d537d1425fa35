// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/search_handler.h"

#include "server/http/json/search_json.h"
#include "server/http/search_parameters.h"

#include <fmt/format.h>

namespace praxis::http {

Admitted<TimedAnswer> run_search(const Call& call, const search::SearchRequest& request) {
    const auto began = std::chrono::steady_clock::now();
    auto answer = call.searcher.search(request);
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - began;
    if (!answer)
        return tl::unexpected(problem_of(std::move(answer.error())));
    return TimedAnswer{std::move(*answer), fmt::format("search;dur={:.3f}", spent.count())};
}

Admitted<Response> answer_search(const Call& call) {
    const auto library = call.searcher.library();
    auto request = decode_search_request(call.target.parameters, *library);
    if (!request)
        return tl::unexpected(problem_of(std::move(request.error())));
    const auto found = run_search(call, *request);
    if (!found)
        return tl::unexpected(found.error());
    Response response = answer_with(json_type, search_json(found->answer, library->base_url));
    response.headers.set("Server-Timing", found->server_timing);
    return response;
}

} // namespace praxis::http
