// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace praxis {

namespace {

int days_in_month(int year, int month) {
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<int> number(std::string_view digits) noexcept {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

Date Date::first_day() const {
    return {year, std::max(month, 1), std::max(day, 1)};
}

Date Date::last_day() const {
    const int last_month = month == 0 ? 12 : month;
    return {year, last_month, day == 0 ? days_in_month(year, last_month) : day};
}

std::int32_t Date::day_number() const {
    const Date first = first_day();
    const std::chrono::sys_days days = std::chrono::year(first.year) /
                                       std::chrono::month(static_cast<unsigned>(first.month)) /
                                       std::chrono::day(static_cast<unsigned>(first.day));
    return static_cast<std::int32_t>(days.time_since_epoch().count());
}

std::string Date::to_string() const {
    if (month == 0)
        return fmt::format("{:04}", year);
    if (day == 0)
        return fmt::format("{:04}-{:02}", year, month);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

bool is_valid(const Date& date) noexcept {
    if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12 || date.day < 0)
        return false;
    if (date.month == 0)
        return date.day == 0;
    return date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_iso_date(std::string_view text) noexcept {
    Date date;
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    const auto part = [&](std::size_t from, std::size_t count, int& into) {
        const auto value = number(text.substr(from, count));
        into = value.value_or(0);
        return value.has_value();
    };
    if (!part(0, 4, date.year))
        return std::nullopt;
    if (text.size() >= 7 && (text[4] != '-' || !part(5, 2, date.month) || date.month == 0))
        return std::nullopt;
    if (text.size() == 10 && (text[7] != '-' || !part(8, 2, date.day) || date.day == 0))
        return std::nullopt;
    return is_valid(date) ? std::optional(date) : std::nullopt;
}

} // namespace praxis
