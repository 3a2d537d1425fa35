// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/range_value.h"

#include <charconv>

namespace praxis::http {

namespace {

std::optional<Date> parse_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > 9999)
        return std::nullopt;
    return Date{number, 0, 0};
}

std::optional<Date> parse_end(std::string_view text, RangeUnit unit) {
    return unit == RangeUnit::Number ? parse_number(text) : parse_iso_date(text);
}

tl::unexpected<RangeFlaw> not_an_end(RangeUnit unit, std::size_t position) {
    return tl::unexpected(
        RangeFlaw{unit == RangeUnit::Number
                      ? "must be a whole number from 1 to 9999 or a range such as 2010..2016"
                      : "must be a date such as 2016, 2016-05 or 2016-05-02, or a range A..B",
                  position});
}

} // namespace

tl::expected<RangeValue, RangeFlaw> parse_range_value(std::string_view text, RangeUnit unit) {
    const std::size_t dots = text.find("..");
    const bool single = dots == std::string_view::npos;
    const std::string_view left = text.substr(0, dots);
    const std::string_view right = single ? left : text.substr(dots + 2);
    if (left.empty() && right.empty())
        return tl::unexpected(RangeFlaw{"needs at least one end"});
    const auto from = parse_end(left, unit);
    if (!left.empty() && !from)
        return not_an_end(unit, 0);
    const auto to = parse_end(right, unit);
    if (!right.empty() && !to)
        return not_an_end(unit, dots + 2); // all ASCII in front: bytes are code points
    if (from && to && from->first_day() > to->last_day())
        return tl::unexpected(RangeFlaw{"has its ends reversed"});
    return RangeValue{from, to};
}

} // namespace praxis::http
