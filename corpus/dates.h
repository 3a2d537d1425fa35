// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "schemas/publication.h"

#include <optional>
#include <string_view>

namespace praxis::corpus {

// Dates as sources write them → the calendar date, as written: a time and its zone never move it.
//
// ISO 8601 with or without time, RFC 822 and 2822, "May 2, 2016", "2 May 2016", "2nd of May
// 2016", "May 2016", "5/2/2016" (month first, unless that cannot be), "20160502", "Spring 2016"
// (its first month), "2016". A date that programs write when they know none (year 1 or 1000,
// the first second of 1970, zeros) is no date.
//
// Shapes:   years 1000–2999.
// Errors:   none; what is no date gives nothing.
// Threads:  Immutable
std::optional<Date> parse_date(std::string_view text);

// The date in the name of a file ("2015-06-29-x.md", "20150629 x.txt") or of its folders
// ("2015/06/29/x.md", "2015/06/x.md"); the name goes first.
std::optional<Date> date_in_path(std::string_view path);

// The first date with a day in the opening of a text, its first 1,000 code points.
std::optional<Date> date_in_opening(std::string_view text);

// A period: "2017..2020", "2017-2020", "2017–20", "FY 2017 to 2020", "May 2016 - June 2017", also
// with more words around two years when `anywhere` is set ("2017–2020 Strategic Plan").
std::optional<schemas::Period> parse_period(std::string_view text, bool anywhere = false);

} // namespace praxis::corpus
