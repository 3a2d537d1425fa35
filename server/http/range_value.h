// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::http {

// "2010..2016", "2016-05..", "..2016" or "2016-05-02": both ends included, a month or year whole.
//
// Errors:   the reason and, where it helps, the position in code points.
// Threads:  Immutable

enum class RangeUnit {
    Number, // whole numbers 1–9999, as years are
    Date,   // YYYY, YYYY-MM or YYYY-MM-DD
};

struct RangeValue {
    std::optional<Date> from;
    std::optional<Date> to;

    bool operator==(const RangeValue&) const = default;
};

struct RangeFlaw {
    std::string reason;
    std::optional<std::size_t> position{};
};

tl::expected<RangeValue, RangeFlaw> parse_range_value(std::string_view text, RangeUnit unit);

} // namespace praxis::http
