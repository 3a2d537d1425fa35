// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/header_list.h"

#include "base/expects.h"

#include <algorithm>

namespace praxis::http {

namespace {

bool is_name_character(char c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_value_character(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
}

} // namespace

void HeaderList::set(std::string_view name, std::string value) {
    expects(!name.empty() && std::ranges::all_of(name, is_name_character),
            "the name of a header field is a token");
    expects(std::ranges::all_of(value, is_value_character),
            "the value of a header field has no control characters");
    const auto same = std::ranges::find(all_, name, &std::pair<std::string, std::string>::first);
    if (same == all_.end())
        all_.emplace_back(name, std::move(value));
    else
        same->second = std::move(value);
}

std::string_view HeaderList::value(std::string_view name) const {
    const auto found = std::ranges::find(all_, name, &std::pair<std::string, std::string>::first);
    return found == all_.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace praxis::http
