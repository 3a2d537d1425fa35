// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0
//
// A date is matched on tokens, at any place: parse_date wants it at the front with nothing but a
// time behind it, date_in_opening takes the first place where one stands. Each form is one
// function that says how many tokens it took.

#include "corpus/dates.h"

#include "base/utf8.h"
#include "corpus/date_tokens.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace praxis::corpus {

namespace {

using Tokens = std::span<const DateToken>;

struct Match {
    Date date;
    std::size_t length = 0; // tokens
};

constexpr int first_year = 1000;
constexpr int last_year = 2999;

std::optional<Match> match(int year, int month, int day, std::size_t length) {
    const Date date{year, month, day};
    if (year < first_year || year > last_year || !is_valid(date) || date == Date{1000, 1, 1})
        return std::nullopt;
    return Match{date, length};
}

bool has_sign(Tokens tokens, std::size_t at, char sign) {
    return at < tokens.size() && tokens[at].is_sign(sign);
}

bool is_year(const DateToken& token) {
    return token.is_number(4, 4);
}

// 2016-05-02, 2016/5/2, 2016.05.02, 2016-05.
std::optional<Match> year_first(Tokens tokens) {
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

int full_year(const DateToken& token) {
    constexpr int turn = 69; // 00–68 is this century's
    if (token.text.size() > 2)
        return token.number;
    return token.number + (token.number < turn ? 2000 : 1900);
}

// 5/2/2016, 05-02-2016, 2.5.2016 (day first), 31/5/2016.
std::optional<Match> year_last(Tokens tokens) {
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

// 20160502, 20160502103000, 201605.
std::optional<Match> digits_only(Tokens tokens) {
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

// Reads the words of a date one after the other.
class Cursor {
public:
    explicit Cursor(Tokens tokens) : tokens_(tokens) {}

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
    Tokens tokens_;
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
std::optional<Match> month_first(Tokens tokens) {
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
std::optional<Match> day_first(Tokens tokens) {
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
std::optional<Match> season(Tokens tokens) {
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
std::optional<Match> year_alone(Tokens tokens) {
    Cursor cursor(tokens);
    cursor.skip_word({"fy", "year"}) ||
        (cursor.skip_word({"fiscal", "calendar"}) && cursor.skip_word({"year"}));
    const int year = cursor.year();
    return year == 0 ? std::nullopt : match(year, 0, 0, cursor.at());
}

using Form = std::optional<Match> (*)(Tokens);

constexpr std::array<Form, 3> full_forms = {year_first, month_first, day_first};
constexpr std::array<Form, 7> all_forms = {
    year_first, year_last, month_first, day_first, season, digits_only, year_alone};

bool is_time_word(std::string_view word) {
    constexpr std::string_view words =
        " t z at am pm a p m utc gmt est edt cst cdt mst mdt pst pdt et ct mt pt o clock noon ";
    return words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

// Whether nothing but a time of day stands behind a date with a day.
bool is_time(Tokens tokens) {
    const bool is_zone = tokens.size() == 4 && tokens[0].is_sign('-') && tokens[2].is_sign(':');
    if (!tokens.empty() && tokens[0].is_sign('-') && !tokens[0].spaced && !is_zone)
        return false;
    return std::all_of(tokens.begin(), tokens.end(), [](const DateToken& token) {
        if (token.kind == DateToken::Kind::Word)
            return is_time_word(token.text);
        return token.kind == DateToken::Kind::Number ? token.text.size() <= 9
                                                     : token.text.find_first_of(":.,+-()") == 0;
    });
}

// "Thu, 01 Jan 1970 00:00:00", however it is written.
bool is_beginning_of_time(const Date& date, Tokens time) {
    return date == Date{1970, 1, 1} && time.size() > 2 &&
           std::all_of(
               time.begin(), time.end(), [](const DateToken& token) { return token.number == 0; });
}

// "Published on", "Last updated:" in front of a date.
Tokens without_lead(Tokens tokens) {
    constexpr std::string_view words = " published posted updated revised created issued dated "
                                       "effective released last on date as of ";
    std::size_t at = 0;
    while (at < tokens.size() &&
           (tokens[at].is_sign(':') ||
            (tokens[at].kind == DateToken::Kind::Word &&
             words.find(" " + tokens[at].text + " ") != std::string_view::npos)))
        ++at;
    return tokens.subspan(at);
}

std::optional<Date> date_of(Tokens tokens) {
    tokens = without_lead(tokens);
    for (const Form form : all_forms) {
        const auto found = form(tokens);
        if (!found)
            continue;
        const Tokens rest = tokens.subspan(found->length);
        const bool fits = found->date.day > 0
                              ? is_time(rest) && !is_beginning_of_time(found->date, rest)
                              : rest.empty() || (rest.size() == 1 && rest[0].is_sign('.'));
        if (fits)
            return found->date;
    }
    return std::nullopt;
}

// Whether a token stands alone, not inside a longer number or word.
bool stands_free(Tokens tokens, std::size_t at, std::size_t length) {
    const bool glued_before = at > 0 && !tokens[at].spaced && !tokens[at - 1].is_sign('(');
    const std::size_t end = at + length;
    const bool glued_behind = end < tokens.size() && !tokens[end].spaced &&
                              tokens[end].kind != DateToken::Kind::Sign && tokens[end].text != "t";
    return !glued_before && !glued_behind;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() > longest)
        return std::nullopt;
    return date_of(date_tokens(text));
}

std::optional<Date> date_in_opening(std::string_view text) {
    constexpr std::size_t opening = 1000;
    const auto tokens = date_tokens(first_code_points(text, opening));
    const Tokens all = tokens;
    for (std::size_t at = 0; at < all.size(); ++at)
        for (const Form form : full_forms) {
            const auto found = form(all.subspan(at));
            if (found && found->date.day > 0 && stands_free(all, at, found->length))
                return found->date;
        }
    return std::nullopt;
}

std::optional<Date> date_in_path(std::string_view path) {
    const auto tokens = date_tokens(path.substr(path.rfind('/') + 1));
    const Tokens name = tokens;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto found = year_first(name.subspan(at));
        if (found && (found->date.day > 0 || at == 0))
            return found->date;
        if (const auto digits = digits_only(name.subspan(at)); digits && digits->date.day > 0)
            return digits->date;
    }
    const auto folders = date_tokens(path);
    for (std::size_t at = 0; at < folders.size(); ++at) {
        const auto found = year_first(Tokens(folders).subspan(at));
        if (found && folders[at + 1].is_sign('/') && at + found->length < folders.size() &&
            folders[at + found->length].is_sign('/'))
            return found->date;
    }
    return std::nullopt;
}

namespace {

bool joins(const DateToken& token) {
    return token.is_sign('-') || token.is_word("to") || token.is_word("through") ||
           token.is_word("until");
}

std::optional<schemas::Period> period_of(const std::optional<Date>& begin,
                                         const std::optional<Date>& end) {
    if (!begin || !end || end->last_day() < begin->first_day())
        return std::nullopt;
    return schemas::Period{*begin, *end};
}

// "2017-2020", "2017–20" at the front; a second number of two digits may also be a month.
std::optional<schemas::Period> years_at(Tokens tokens, std::string_view text) {
    if (tokens.size() < 3 || !is_year(tokens[0]) || !joins(tokens[1]) ||
        tokens[0].number < first_year || tokens[0].number > last_year)
        return std::nullopt;
    const int first = tokens[0].number;
    int last = tokens[2].number;
    if (tokens[2].is_number(2, 2)) {
        const bool may_be_month = text.substr(tokens[1].begin, 1) == "-" && last <= 12;
        last += first - first % 100;
        if (may_be_month || last <= first)
            return std::nullopt;
    } else if (!is_year(tokens[2])) {
        return std::nullopt;
    }
    if (tokens.size() > 3 && (tokens[3].is_sign('-') || tokens[3].is_sign('/')) &&
        !tokens[3].spaced)
        return std::nullopt;
    return period_of(Date{first, 0, 0}, Date{last, 0, 0});
}

} // namespace

std::optional<schemas::Period> parse_period(std::string_view text, bool anywhere) {
    const auto tokens = date_tokens(text.substr(0, 400));
    const Tokens all = tokens;
    const std::size_t lead =
        !all.empty() && (all[0].is_word("fy") || all[0].is_word("years")) ? 1 : 0;
    if (const auto years = years_at(all.subspan(lead), text); years && all.size() == lead + 3)
        return years;
    for (std::size_t at = 1; at + 1 < all.size(); ++at)
        if (joins(all[at]) || all[at].is_sign('/'))
            if (auto period = period_of(date_of(all.first(at)), date_of(all.subspan(at + 1))))
                return period;
    if (const auto date = date_of(all))
        return schemas::Period{*date, *date};
    for (std::size_t at = 0; anywhere && at < all.size(); ++at)
        if (const auto years = years_at(all.subspan(at), text))
            return years;
    return std::nullopt;
}

} // namespace praxis::corpus
