// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/retention.h"

#include "base/date.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace praxis::index {

namespace {

using namespace std::chrono_literals;

// The last generation of each span of time that is no older than `reach`.
template <typename Span>
void keep_last_of_each(const std::vector<Age>& ages,
                       std::chrono::sys_seconds now,
                       std::chrono::seconds reach,
                       std::set<std::uint64_t>& kept) {
    std::map<std::chrono::sys_time<Span>, std::uint64_t> last;
    for (const Age& age : ages)
        last[std::chrono::floor<Span>(age.published)] = age.number;
    for (const auto& [begin, number] : last)
        if (now - (begin + Span(1)) < reach)
            kept.insert(number);
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + count, value);
    return value;
}

} // namespace

std::set<std::uint64_t> kept_for_age(const std::vector<Age>& ages, std::chrono::sys_seconds now) {
    std::set<std::uint64_t> kept;
    for (const Age& age : ages)
        if (now - age.superseded < 15min)
            kept.insert(age.number);
    keep_last_of_each<std::chrono::hours>(ages, now, 24h, kept);
    keep_last_of_each<std::chrono::days>(ages, now, std::chrono::days(30), kept);
    return kept;
}

std::string to_utc_text(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()),
                       clock.hours().count(),
                       clock.minutes().count(),
                       clock.seconds().count());
}

std::chrono::sys_seconds from_utc_text(std::string_view text) {
    const auto date = parse_iso_date(text.substr(0, 10));
    if (text.size() != 20 || !date)
        return {};
    return std::chrono::sys_days(std::chrono::days(date->day_number())) +
           std::chrono::hours(number_at(text, 11, 2)) +
           std::chrono::minutes(number_at(text, 14, 2)) +
           std::chrono::seconds(number_at(text, 17, 2));
}

} // namespace praxis::index
