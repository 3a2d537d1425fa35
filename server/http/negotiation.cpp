// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/negotiation.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>

namespace praxis::http {

namespace {

// The next piece of a list in front of `separator`, trimmed; the list shrinks.
std::string_view next_piece(std::string_view& list, char separator) {
    const std::size_t end = std::min(list.find(separator), list.size());
    const std::string_view piece = trim(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    return piece;
}

// "0", "0.5", "1.000"; anything else is no wish at all.
double parse_quality(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
        (text.size() > 1 && text[1] != '.'))
        return 0;
    double value = text[0] - '0';
    double digit = 0.1;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9')
            return 0;
        value += (c - '0') * digit;
        digit /= 10;
    }
    return std::min(value, 1.0);
}

struct Wish {
    std::string_view range;
    double quality = 1;
};

Wish next_wish(std::string_view& list) {
    std::string_view element = next_piece(list, ',');
    Wish wish{next_piece(element, ';')};
    while (!element.empty()) {
        const std::string_view parameter = next_piece(element, ';');
        if (parameter.starts_with("q=") || parameter.starts_with("Q="))
            wish.quality = parse_quality(parameter.substr(2));
    }
    return wish;
}

// 0: another type; 1: */*; 2: text/*; 3: text/html.
int closeness(std::string_view range, std::string_view media_type) {
    const std::string lower = to_lower_ascii(range);
    if (lower == media_type)
        return 3;
    if (lower == "*/*")
        return 1;
    const bool same_family =
        lower.ends_with("/*") && media_type.starts_with(lower.substr(0, lower.size() - 1));
    return same_family ? 2 : 0;
}

} // namespace

double quality_of(std::string_view accept, std::string_view media_type) {
    if (trim(accept).empty())
        return 1;
    int closest = 0;
    double quality = 0;
    while (!accept.empty()) {
        const Wish wish = next_wish(accept);
        const int close = closeness(wish.range, media_type);
        if (close > closest) {
            closest = close;
            quality = wish.quality;
        }
    }
    return quality;
}

std::string_view preferred_type(std::string_view accept,
                                std::span<const std::string_view> media_types) {
    std::string_view preferred;
    double best = 0;
    for (const std::string_view type : media_types)
        if (const double quality = quality_of(accept, type); quality > best) {
            best = quality;
            preferred = type;
        }
    return preferred;
}

bool takes_gzip(std::string_view accept_encoding) {
    std::optional<double> any;
    while (!accept_encoding.empty()) {
        const Wish wish = next_wish(accept_encoding);
        const std::string coding = to_lower_ascii(wish.range);
        if (coding == "gzip" || coding == "x-gzip")
            return wish.quality > 0;
        if (coding == "*")
            any = wish.quality;
    }
    return any.value_or(0) > 0;
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    const auto opaque = [](std::string_view text) {
        return text.starts_with("W/") ? text.substr(2) : text;
    };
    while (!if_none_match.empty()) {
        const std::string_view candidate = next_piece(if_none_match, ',');
        if (opaque(candidate) == opaque(tag))
            return true;
    }
    return false;
}

} // namespace praxis::http
