// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Years, fiscal years and ranges of years.
//
// Shapes:   a year has four digits and lies in 1500–2199; a range spans at most 100 years.
// Threads:  Immutable

// "2019" → 2019.
std::optional<int> year_of(std::string_view text);

// "fy2019" and "fy19" → 2019; two digits mean 1970 to 2069.
std::optional<int> fiscal_year_of(std::string_view text);

// The number behind "FY": "2019" and "19" → 2019.
std::optional<int> year_after_fy(std::string_view text);

// The years that "first-second" means but does not spell, ascending: 2018 and 2019 of 2017-2020,
// 2018 to 2020 of 2017-20. Nothing if it is no range of years.
std::optional<std::vector<int>> implied_years(std::string_view first, std::string_view second);

} // namespace praxis::analyzers
