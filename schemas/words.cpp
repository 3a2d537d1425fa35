// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/words.h"

#include "base/utf8.h"

#include <algorithm>

namespace praxis::schemas {

namespace {

bool is_left_out(char32_t c) {
    return c <= U' ' || c == U'-' || c == U'_' || c == U'\'' || c == U'\u00A0' ||
           (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2018' || c == U'\u2019';
}

char32_t lower(char32_t c) {
    const bool is_capital =
        (c >= U'A' && c <= U'Z') || (c >= U'\u00C0' && c <= U'\u00DE' && c != U'\u00D7');
    return is_capital ? c + 32 : c;
}

} // namespace

std::string squeezed(std::string_view word) {
    std::string letters;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        if (c == U'&')
            letters += "and";
        else if (!is_left_out(c))
            append_utf8(letters, lower(c));
    }
    return letters;
}

std::vector<std::string> words_in(std::string_view list) {
    std::vector<std::string> words;
    const std::string text = collapse_whitespace(list);
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        words.emplace_back(word);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return words;
}

} // namespace praxis::schemas
