// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0
//
// A date is matched on tokens, at any place: parse_date wants it at the front with nothing but a
// time behind it, date_in_opening takes the first place where one stands.

#include "corpus/dates.h"

#include "base/utf8.h"
#include "corpus/date_forms.h"

#include <algorithm>
#include <string>

namespace praxis::corpus {

namespace {

using Tokens = DateTokens;

constexpr int first_year = 1000;
constexpr int last_year = 2999;

bool is_year(const DateToken& token) {
    return token.is_number(4, 4);
}

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
    for (const DateForm form : date_forms()) {
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
        for (const DateForm form : date_forms_of_prose()) {
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
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos)
        if (auto period =
                period_of(parse_date(text.substr(0, dots)), parse_date(text.substr(dots + 2))))
            return period;
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
