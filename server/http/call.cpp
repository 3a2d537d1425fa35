// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/call.h"

#include <algorithm>

namespace praxis::http {

Response answer_with(std::string_view media_type, std::string body) {
    const bool is_text = media_type.starts_with("text/");
    Response response;
    response.headers.set("Content-Type",
                         std::string(media_type) + (is_text ? "; charset=utf-8" : ""));
    response.body = std::move(body);
    return response;
}

Admitted<void> check_parameters(const Parameters& parameters,
                                std::span<const std::string_view> allowed) {
    std::vector<search::ParameterError> errors;
    std::vector<std::string_view> seen;
    for (const Parameter& parameter : parameters.all()) {
        if (std::ranges::find(allowed, parameter.name) == allowed.end())
            errors.push_back({parameter.name, "is not a parameter of this address", {}});
        else if (std::ranges::find(seen, parameter.name) != seen.end())
            errors.push_back({parameter.name, "is given more than once", {}});
        seen.push_back(parameter.name);
    }
    if (errors.empty())
        return {};
    return tl::unexpected(
        Problem{ProblemType::InvalidParameter, "The parameters are not valid.", std::move(errors)});
}

} // namespace praxis::http
