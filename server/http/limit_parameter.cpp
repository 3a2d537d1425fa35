// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/limit_parameter.h"

#include <fmt/format.h>

#include <charconv>

namespace praxis::http {

Admitted<std::size_t>
read_limit(const Parameters& parameters, std::size_t otherwise, std::size_t most) {
    const auto text = parameters.first("limit");
    if (!text)
        return otherwise;
    std::size_t limit = 0;
    const char* end = text->data() + text->size();
    const auto [read, error] = std::from_chars(text->data(), end, limit);
    if (error != std::errc() || read != end || limit == 0 || limit > most)
        return tl::unexpected(
            Problem{ProblemType::InvalidParameter,
                    "The request cannot be answered.",
                    {{"limit", fmt::format("is a number from 1 to {}", most), {}}}});
    return limit;
}

} // namespace praxis::http
