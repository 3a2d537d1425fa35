// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The pieces that dates are made of: numbers, words, signs. A dash of any length is '-'.
//
// Units:    `begin` and `end` in bytes of the text.
// Threads:  Immutable
struct DateToken {
    enum class Kind { Number, Word, Sign };

    Kind kind = Kind::Sign;
    std::string text; // words in lower case
    int number = 0;   // of at most eight digits; else -1
    std::size_t begin = 0;
    std::size_t end = 0;
    bool spaced = false; // a blank stands in front

    bool is_sign(char sign) const { return kind == Kind::Sign && text[0] == sign; }

    bool is_number(std::size_t fewest, std::size_t most) const {
        return kind == Kind::Number && text.size() >= fewest && text.size() <= most;
    }

    bool is_word(std::string_view word) const { return kind == Kind::Word && text == word; }
};

std::vector<DateToken> date_tokens(std::string_view text);

// The month a word means ("may", "sept", "mayo"), or 0.
int month_of(std::string_view word);

// The first month of a season or quarter ("spring", "q3"), or 0.
int month_of_season(std::string_view word);

} // namespace praxis::corpus
