// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/response_text.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>
#include <utility>

namespace praxis::http {

std::string_view reason_phrase(int status) {
    static constexpr std::array<std::pair<int, std::string_view>, 21> phrases = {{
        {200, "OK"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {410, "Gone"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    }};
    const auto found = std::ranges::find(phrases, status, &std::pair<int, std::string_view>::first);
    return found == phrases.end() ? "Unknown" : found->second;
}

std::string response_text(const Response& response, Delivery delivery) {
    const bool has_body = response.status != 204 && response.status != 304;
    std::string text;
    text.reserve(512 + (delivery.with_body ? response.body.size() : 0));
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
    fmt::format_to(out, "Date: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", fmt::gmtime(std::time(nullptr)));
    for (const auto& [name, value] : response.headers.all())
        fmt::format_to(out, "{}: {}\r\n", name, value);
    if (has_body && !response.stream)
        fmt::format_to(out, "Content-Length: {}\r\n", response.body.size());
    if (delivery.in_chunks)
        text += "Transfer-Encoding: chunked\r\n";
    fmt::format_to(out, "Connection: {}\r\n\r\n", delivery.keep_alive ? "keep-alive" : "close");
    if (has_body && delivery.with_body)
        text += response.body;
    return text;
}

std::string chunk(std::string_view piece) {
    return fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
}

} // namespace praxis::http
