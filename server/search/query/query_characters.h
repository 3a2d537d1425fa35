// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace praxis::search {

// Which code points separate, quote and make words in the query language.
//
// Only what the grammar needs: the analysis decides later what is a word of a text.
//
// Threads:  Immutable

// Blanks of every kind, controls, and the invisible ones that come with copied text.
constexpr bool is_blank(char32_t c) noexcept {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// Straight, curly, low and angle quotes; apostrophes are none.
constexpr bool is_quote(char32_t c) noexcept {
    return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2033 ||
           c == 0xFF02;
}

constexpr bool is_digit(char32_t c) noexcept {
    return c >= '0' && c <= '9';
}

// Letters and digits; outside ASCII, whatever is neither blank nor common punctuation.
constexpr bool is_word_character(char32_t c) noexcept {
    if (c < 0x80)
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x3020) && !is_blank(c) &&
           !is_quote(c);
}

} // namespace praxis::search
