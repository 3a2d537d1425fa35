// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/ascii_words.h"

#include "analyzers/letters.h"

#include <cstddef>

namespace praxis::analyzers {

namespace {

// ICU counts @ among the letters, so that addresses and handles stay whole.
bool is_alphabetic(char c) {
    return is_ascii_letter(c) || c == '@';
}

bool extends_word(char c) {
    return is_alphabetic(c) || is_digit(c) || c == '_';
}

// WB6, WB7, WB11 and WB12: the marks that hold together what stands on both sides.
bool joins(char before, char mark, char after) {
    if (is_alphabetic(before) && is_alphabetic(after))
        return mark == '.' || mark == '\'';
    if (is_digit(before) && is_digit(after))
        return mark == '.' || mark == '\'' || mark == ',' || mark == ';';
    return false;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (extends_word(text[at]))
            ++at;
        else if (at + 1 < text.size() && joins(text[at - 1], text[at], text[at + 1]))
            at += 2;
        else
            break;
    }
    return at;
}

} // namespace

void append_ascii_words(std::string_view folded, std::vector<Piece>& pieces) {
    for (std::size_t at = 0; at < folded.size();) {
        if (!extends_word(folded[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        at = end_of_word(folded, at + 1);
        const std::string_view word = folded.substr(begin, at - begin);
        if (std::any_of(word.begin(), word.end(), is_letter_or_digit))
            pieces.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    }
}

} // namespace praxis::analyzers
