// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/years.h"

#include "analyzers/letters.h"

#include <charconv>

namespace praxis::analyzers {

namespace {

constexpr int longest_range = 100;

int value_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_two_digits(std::string_view text) {
    return text.size() == 2 && all_digits(text);
}

struct Bound {
    int year = 0;
    bool spelled = false; // stands in the text as these four digits
};

std::optional<Bound> first_bound(std::string_view text) {
    if (const auto year = year_of(text))
        return Bound{*year, true};
    if (const auto year = fiscal_year_of(text))
        return Bound{*year, false};
    return std::nullopt;
}

// 2017-20 ends in 2020, 1999-00 in 2000; 2010-05 is a month.
std::optional<Bound> second_bound(std::string_view text, int first_year) {
    if (!is_two_digits(text))
        return first_bound(text);
    const int same_century = first_year - first_year % 100 + value_of(text);
    const bool next_century = same_century + 100 == first_year + 1;
    return Bound{same_century + (next_century ? 100 : 0), false};
}

} // namespace

std::optional<int> year_of(std::string_view text) {
    if (text.size() != 4 || !all_digits(text))
        return std::nullopt;
    const int year = value_of(text);
    return year >= 1500 && year < 2200 ? std::optional(year) : std::nullopt;
}

std::optional<int> year_after_fy(std::string_view text) {
    if (!is_two_digits(text))
        return year_of(text);
    const int value = value_of(text);
    return value >= 70 ? 1900 + value : 2000 + value;
}

std::optional<int> fiscal_year_of(std::string_view text) {
    return text.starts_with("fy") ? year_after_fy(text.substr(2)) : std::nullopt;
}

std::optional<std::vector<int>> implied_years(std::string_view first, std::string_view second) {
    const auto from = first_bound(first);
    const auto to = from ? second_bound(second, from->year) : std::nullopt;
    if (!to || to->year <= from->year || to->year - from->year > longest_range)
        return std::nullopt;
    std::vector<int> years;
    for (int year = from->year; year <= to->year; ++year)
        if ((year != from->year || !from->spelled) && (year != to->year || !to->spelled))
            years.push_back(year);
    return years;
}

} // namespace praxis::analyzers
