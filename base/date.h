// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis {

// A calendar date known to the year, the month or the day (proleptic Gregorian).
//
// Publications are often dated "2016" or "May 2016"; such a date means the whole year or month.
//
// Shapes:   year 1–9999; month 0 (unknown) or 1–12; day 0 (unknown) or valid in its month;
//           a day needs a month. Ordered by first day, then by the shorter precision first.
// Threads:  Immutable
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const Date&) const = default;

    // The first and the last day that the date may mean, both included.
    Date first_day() const;
    Date last_day() const;

    // Days since 1970-01-01 of the first day.
    std::int32_t day_number() const;

    // "2016", "2016-05" or "2016-05-02".
    std::string to_string() const;
};

bool is_valid(const Date& date) noexcept;

// Reads exactly YYYY, YYYY-MM or YYYY-MM-DD.
std::optional<Date> parse_iso_date(std::string_view text) noexcept;

} // namespace praxis
