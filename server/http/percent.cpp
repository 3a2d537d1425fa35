// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/percent.h"

#include <fmt/format.h>

#include <iterator>

namespace praxis::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool is_unreserved(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

} // namespace

std::optional<std::string> percent_decode(std::string_view encoded, Plus plus) {
    std::string decoded;
    decoded.reserve(encoded.size());
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        const char c = encoded[at];
        if (c == '%') {
            const int high = at + 1 < encoded.size() ? hex_digit(encoded[at + 1]) : -1;
            const int low = at + 2 < encoded.size() ? hex_digit(encoded[at + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded.push_back(static_cast<char>(high * 16 + low));
            at += 2;
        } else {
            decoded.push_back(c == '+' && plus == Plus::Blank ? ' ' : c);
        }
    }
    return decoded;
}

std::string percent_encode(std::string_view text, std::string_view also) {
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c) || also.find(c) != std::string_view::npos)
            encoded.push_back(c);
        else
            fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

} // namespace praxis::http
