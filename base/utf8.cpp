// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace praxis {

namespace {

bool is_continuation(unsigned char byte) noexcept {
    return (byte & 0xC0U) == 0x80U;
}

// The number of blank bytes at `at`: 1 for ASCII white space, 2 for U+00A0, 0 for anything else.
std::size_t blank_length(std::string_view text, std::size_t at) noexcept {
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0')
        return 2;
    return 0;
}

} // namespace

std::size_t plain_length(std::string_view text, std::size_t at) noexcept {
    const std::size_t begin = at;
    constexpr std::uint64_t ones = 0x0101010101010101;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        // The high bit of a byte that is not ASCII, that is below ' ', that is DEL.
        if (((eight | (eight - ones * ' ') | (eight + ones)) & (ones * 0x80)) != 0)
            break;
    }
    while (at < text.size() && text[at] >= ' ' && text[at] <= '~')
        ++at;
    return at - begin;
}

bool copy_plain(std::string_view text, std::size_t& at, std::string& copy) {
    const std::size_t length = plain_length(text, at);
    copy.append(text, at, length);
    at += length;
    return length > 0;
}

bool is_bearable(char32_t c) noexcept {
    return c != 0 && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF &&
           c != 0x1FFFE && c != 0x1FFFF;
}

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(text[i]);
    };
    const unsigned char lead = byte(at++);
    if (lead < 0x80)
        return lead;
    int following = 0;
    char32_t value = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        following = 1;
        value = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        following = 2;
        value = lead & 0x0FU;
        if (lead == 0xE0)
            low = 0xA0;
        if (lead == 0xED)
            high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        following = 3;
        value = lead & 0x07U;
        if (lead == 0xF0)
            low = 0x90;
        if (lead == 0xF4)
            high = 0x8F;
    } else {
        return replacement_character;
    }
    for (; following > 0; --following) {
        if (at >= text.size() || byte(at) < low || byte(at) > high)
            return replacement_character;
        value = (value << 6U) | (byte(at++) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return value;
}

void append_utf8(std::string& text, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = replacement_character;
    const auto put = [&](char32_t byte) {
        text.push_back(static_cast<char>(byte));
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

bool is_valid_utf8(std::string_view text) noexcept {
    for (std::size_t at = plain_length(text, 0); at < text.size(); at += plain_length(text, at)) {
        const std::size_t start = at;
        if (next_code_point(text, at) == replacement_character &&
            text.substr(start, at - start) != "\uFFFD")
            return false;
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (copy_plain(text, at, repaired))
            continue;
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        if (c != replacement_character && is_bearable(c))
            repaired.append(text, start, at - start);
        else
            repaired.append("\uFFFD");
    }
    return repaired;
}

std::size_t count_code_points(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return !is_continuation(static_cast<unsigned char>(c));
    }));
}

std::string_view first_code_points(std::string_view text, std::size_t count) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        if (!is_continuation(static_cast<unsigned char>(text[at])) && count-- == 0)
            break;
        ++at;
    }
    return text.substr(0, at);
}

std::size_t code_point_offset(std::string_view text, std::size_t offset) noexcept {
    return count_code_points(text.substr(0, offset));
}

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && blank_length(text, 0) > 0)
        text.remove_prefix(blank_length(text, 0));
    while (!text.empty()) {
        if (blank_length(text, text.size() - 1) == 1)
            text.remove_suffix(1);
        else if (text.size() >= 2 && blank_length(text, text.size() - 2) == 2)
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

std::string to_lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string collapse_whitespace(std::string_view text) {
    std::string collapsed;
    collapsed.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t blank = blank_length(text, at); blank > 0) {
            pending = !collapsed.empty();
            at += blank;
            continue;
        }
        if (pending)
            collapsed.push_back(' ');
        pending = false;
        const std::size_t begin = at;
        while (at < text.size() && blank_length(text, at) == 0)
            ++at;
        collapsed.append(text, begin, at - begin);
    }
    return collapsed;
}

} // namespace praxis
