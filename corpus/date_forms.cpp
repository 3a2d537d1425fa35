// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/date_forms.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace praxis::corpus {

namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2999;

std::optional<DateMatch> match(int year, int month, int day, std::size_t length) {
    const Date date{year, month, day};
    if (year < first_year || year > last_year || !is_valid(date) || date == Date{1000, 1, 1})
        return std::nullopt;
    return DateMatch{date, length};
}

bool has_sign(DateTokens tokens, std::size_t at, char sign) {
    return at < tokens.size() && tokens[at].is_sign(sign);
}

bool is_year(const DateToken& token) {
    return token.is_number(4, 4);
}

int full_year(const DateToken& token) {
    constexpr int turn = 69; // 00–68 is this century's
    if (token.text.size() > 2)
        return token.number;
    return token.number + (token.number < turn ? 2000 : 1900);
}

// 5/2/2016, 05-02-2016, 2.5.2016 (day first), 31/5/2016.
std::optional<DateMatch> year_last(DateTokens tokens) {
    if (tokens.size() < 5 || !tokens[0].is_number(1, 2) || !tokens[2].is_number(1, 2))
        return std::nullopt;
    const char sign = tokens[1].text[0];
    if (!tokens[1].is_sign(sign) || !tokens[3].is_sign(sign) ||
        std::string_view("/-.").find(sign) == std::string_view::npos)
        return std::nullopt;
    if (!is_year(tokens[4]) && !(sign == '/' && tokens[4].is_number(2, 2)))
        return std::nullopt;
    const bool day_first = sign == '.' || tokens[0].number > 12;
    return match(full_year(tokens[4]),
                 tokens[day_first ? 2 : 0].number,
                 tokens[day_first ? 0 : 2].number,
                 5);
}

// Reads the words of a date one after the other.
class Cursor {
public:
    explicit Cursor(DateTokens tokens) : tokens_(tokens) {}

    std::size_t at() const { return at_; }

    const DateToken* peek() const { return at_ < tokens_.size() ? &tokens_[at_] : nullptr; }

    bool skip_sign(std::string_view signs) {
        const DateToken* token = peek();
        const bool skips = token != nullptr && token->kind == DateToken::Kind::Sign &&
                           signs.find(token->text) != std::string_view::npos;
        at_ += skips ? 1 : 0;
        return skips;
    }

    bool skip_word(std::initializer_list<std::string_view> words) {
        const DateToken* token = peek();
        const bool skips = token != nullptr && token->kind == DateToken::Kind::Word &&
                           std::find(words.begin(), words.end(), token->text) != words.end();
        at_ += skips ? 1 : 0;
        return skips;
    }

    int month() {
        const DateToken* token = peek();
        const int month =
            token != nullptr && token->kind == DateToken::Kind::Word ? month_of(token->text) : 0;
        at_ += month > 0 ? 1 : 0;
        return month;
    }

    // A number of a day with its ending: "2", "2nd", "21.".
    int day() {
        const DateToken* token = peek();
        if (token == nullptr || !token->is_number(1, 2) || token->number < 1 || token->number > 31)
            return 0;
        ++at_;
        if (peek() != nullptr && !peek()->spaced)
            skip_word({"st", "nd", "rd", "th"});
        return token->number;
    }

    int year() {
        const DateToken* token = peek();
        if (token == nullptr || !is_year(*token))
            return 0;
        ++at_;
        return token->number;
    }

    // "10:30:00" and "10:30 EST", as Unix writes it in front of the year.
    void skip_time() {
        if (at_ + 2 >= tokens_.size() || !tokens_[at_ + 1].is_sign(':'))
            return;
        while (peek() != nullptr && (peek()->is_number(1, 2) || peek()->is_sign(':')))
            ++at_;
        skip_word({"utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"});
    }

    // The further days or months of "May 2-4", "May/June".
    void skip_further_days() {
        const std::size_t start = at_;
        if (!skip_sign("-&/") && !skip_word({"to", "and", "through"}))
            return;
        if (day() == 0)
            at_ = start;
    }

    void skip_further_months() {
        const std::size_t start = at_;
        if (!skip_sign("-&/") && !skip_word({"to", "and", "through"}))
            return;
        if (month() == 0)
            at_ = start;
    }

private:
    DateTokens tokens_;
    std::size_t at_ = 0;
};

void skip_weekday(Cursor& cursor) {
    if (cursor.skip_word({"monday",
                          "mon",
                          "tuesday",
                          "tue",
                          "tues",
                          "wednesday",
                          "wed",
                          "thursday",
                          "thu",
                          "thur",
                          "thurs",
                          "friday",
                          "fri",
                          "saturday",
                          "sat",
                          "sunday",
                          "sun"}))
        cursor.skip_sign(".,") && cursor.skip_sign(",");
}

// May 2, 2016 · May 2nd 2016 · May 2-4, 2016 · Mon May  2 10:30:00 EDT 2016 · May 2016.
std::optional<DateMatch> month_first(DateTokens tokens) {
    Cursor cursor(tokens);
    skip_weekday(cursor);
    const int month = cursor.month();
    if (month == 0)
        return std::nullopt;
    cursor.skip_sign(".");
    cursor.skip_further_months();
    cursor.skip_sign(".,-/") || cursor.skip_word({"of", "de", "del"});
    const int day = cursor.day();
    if (day > 0) {
        cursor.skip_further_days();
        cursor.skip_sign(",-/.");
        cursor.skip_time();
    }
    const int year = cursor.year();
    return year == 0 ? std::nullopt : match(year, month, day, cursor.at());
}

// 2 May 2016 · Mon, 02 May 2016 · 2nd of May, 2016 · 02-May-2016 · 2 de mayo de 2016 · 2 May 16.
std::optional<DateMatch> day_first(DateTokens tokens) {
    Cursor cursor(tokens);
    skip_weekday(cursor);
    const int day = cursor.day();
    if (day == 0)
        return std::nullopt;
    cursor.skip_further_days();
    cursor.skip_sign(".-/") || cursor.skip_word({"of", "de"});
    const int month = cursor.month();
    if (month == 0)
        return std::nullopt;
    cursor.skip_sign(".");
    cursor.skip_sign(",-/") || cursor.skip_word({"of", "de", "del"});
    if (const int year = cursor.year(); year > 0)
        return match(year, month, day, cursor.at());
    const DateToken* token = cursor.peek();
    if (token == nullptr || !token->is_number(2, 2))
        return std::nullopt;
    return match(full_year(*token), month, day, cursor.at() + 1);
}

// Spring 2016 · Q3 2016 · 2016 Fall.
std::optional<DateMatch> season(DateTokens tokens) {
    std::size_t at = 0;
    std::string word = tokens.empty() ? std::string() : tokens[0].text;
    const int leading_year = !tokens.empty() && is_year(tokens[0]) ? tokens[at++].number : 0;
    if (at < tokens.size())
        word = tokens[at++].text;
    if (word == "q" && at < tokens.size() && !tokens[at].spaced)
        word += tokens[at++].text;
    const int month = month_of_season(word);
    if (month == 0)
        return std::nullopt;
    if (leading_year > 0)
        return match(leading_year, month, 0, at);
    at += has_sign(tokens, at, ',') ? 1 : 0;
    if (at >= tokens.size() || !is_year(tokens[at]))
        return std::nullopt;
    return match(tokens[at].number, month, 0, at + 1);
}

// 2016 · FY 2016 · fiscal year 2016.
std::optional<DateMatch> year_alone(DateTokens tokens) {
    Cursor cursor(tokens);
    cursor.skip_word({"fy", "year"}) ||
        (cursor.skip_word({"fiscal", "calendar"}) && cursor.skip_word({"year"}));
    const int year = cursor.year();
    return year == 0 ? std::nullopt : match(year, 0, 0, cursor.at());
}

} // namespace

std::optional<DateMatch> year_first(DateTokens tokens) {
    if (tokens.size() < 3 || !is_year(tokens[0]) || !tokens[2].is_number(1, 2))
        return std::nullopt;
    for (const char sign : {'-', '/', '.', '_'}) {
        if (!tokens[1].is_sign(sign))
            continue;
        if (has_sign(tokens, 3, sign) && tokens.size() > 4 && tokens[4].is_number(1, 2))
            return match(tokens[0].number, tokens[2].number, tokens[4].number, 5);
        if ((sign == '-' || sign == '/') && tokens[2].text.size() == 2)
            return match(tokens[0].number, tokens[2].number, 0, 3);
    }
    return std::nullopt;
}

std::optional<DateMatch> digits_only(DateTokens tokens) {
    if (tokens.empty() || tokens[0].kind != DateToken::Kind::Number)
        return std::nullopt;
    const std::string& text = tokens[0].text;
    const auto part = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(from, count))
            value = value * 10 + (c - '0');
        return value;
    };
    if (text.size() == 8 || text.size() == 14)
        return match(part(0, 4), part(4, 2), part(6, 2), 1);
    if (text.size() == 6 && part(0, 4) >= 1900 && part(0, 4) < 2100)
        return match(part(0, 4), part(4, 2), 0, 1);
    return std::nullopt;
}

std::span<const DateForm> date_forms() {
    static constexpr std::array<DateForm, 7> forms = {
        year_first, year_last, month_first, day_first, season, digits_only, year_alone};
    return forms;
}

std::span<const DateForm> date_forms_of_prose() {
    static constexpr std::array<DateForm, 3> forms = {year_first, month_first, day_first};
    return forms;
}

} // namespace praxis::corpus
