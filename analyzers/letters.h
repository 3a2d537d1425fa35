// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <string_view>

namespace praxis::analyzers {

// What a byte of folded text is. Folding leaves lower-case letters, ASCII digits whatever the
// script, and ASCII punctuation; every byte above ASCII inside a piece belongs to a letter.
//
// Threads:  Immutable

constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

constexpr bool is_ascii_letter(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_letter(char c) noexcept {
    return is_ascii_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

constexpr bool is_letter_or_digit(char c) noexcept {
    return is_letter(c) || is_digit(c);
}

// The bytes that separate chunks: ASCII blanks and control characters.
constexpr bool is_blank(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
}

inline bool all_digits(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

inline bool all_letters(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_letter);
}

} // namespace praxis::analyzers
