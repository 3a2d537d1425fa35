// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/date_tokens.h"

#include "base/utf8.h"

#include <array>
#include <utility>

namespace praxis::corpus {

namespace {

using Named = std::pair<std::string_view, int>;

constexpr std::array<Named, 38> months = {
    {{"january", 1},    {"jan", 1},        {"february", 2},   {"feb", 2},       {"march", 3},
     {"mar", 3},        {"april", 4},      {"apr", 4},        {"may", 5},       {"june", 6},
     {"jun", 6},        {"july", 7},       {"jul", 7},        {"august", 8},    {"aug", 8},
     {"september", 9},  {"sep", 9},        {"sept", 9},       {"october", 10},  {"oct", 10},
     {"november", 11},  {"nov", 11},       {"december", 12},  {"dec", 12},      {"enero", 1},
     {"febrero", 2},    {"marzo", 3},      {"abril", 4},      {"mayo", 5},      {"junio", 6},
     {"julio", 7},      {"agosto", 8},     {"septiembre", 9}, {"setiembre", 9}, {"octubre", 10},
     {"noviembre", 11}, {"diciembre", 12}, {"febuary", 2}}};

constexpr std::array<Named, 9> seasons = {{{"winter", 1},
                                           {"spring", 3},
                                           {"summer", 6},
                                           {"fall", 9},
                                           {"autumn", 9},
                                           {"q1", 1},
                                           {"q2", 4},
                                           {"q3", 7},
                                           {"q4", 10}}};

int value_of(std::string_view word, const Named* begin, const Named* end) {
    for (; begin != end; ++begin)
        if (begin->first == word)
            return begin->second;
    return 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// The length of a dash of Unicode at `at`, or 0.
std::size_t dash_length(std::string_view text, std::size_t at) {
    for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
        if (text.substr(at).starts_with(dash))
            return dash.size();
    return 0;
}

bool is_blank_at(std::string_view text, std::size_t at, std::size_t& length) {
    length = text.substr(at).starts_with("\u00A0") ? 2 : 1;
    return length == 2 || text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r');
}

int number_of(std::string_view digits) {
    if (digits.size() > 8)
        return -1;
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

// The end of the token that begins at `at`.
std::size_t end_of_token(std::string_view text, std::size_t at, DateToken::Kind kind) {
    if (kind == DateToken::Kind::Sign)
        return at + 1;
    const auto belongs = kind == DateToken::Kind::Number ? is_digit : is_letter;
    while (at < text.size() && belongs(text[at]) && dash_length(text, at) == 0 &&
           !text.substr(at).starts_with("\u00A0"))
        ++at;
    return at;
}

DateToken::Kind kind_of(char first) {
    if (is_digit(first))
        return DateToken::Kind::Number;
    return is_letter(first) ? DateToken::Kind::Word : DateToken::Kind::Sign;
}

} // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
    std::vector<DateToken> tokens;
    bool spaced = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        if (is_blank_at(text, at, length)) {
            at += length;
            spaced = true;
            continue;
        }
        DateToken token;
        token.begin = at;
        token.spaced = std::exchange(spaced, false);
        if (const std::size_t dash = dash_length(text, at); dash > 0) {
            token.text = "-";
            at += dash;
        } else {
            token.kind = kind_of(text[at]);
            at = end_of_token(text, at, token.kind);
            token.text = to_lower_ascii(text.substr(token.begin, at - token.begin));
            if (token.kind == DateToken::Kind::Number)
                token.number = number_of(token.text);
        }
        token.end = at;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

int month_of(std::string_view word) {
    return value_of(word, months.data(), months.data() + months.size());
}

int month_of_season(std::string_view word) {
    return value_of(word, seasons.data(), seasons.data() + seasons.size());
}

} // namespace praxis::corpus
