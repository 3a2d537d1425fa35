// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/token_list.h"

#include <cstdint>
#include <string_view>

namespace praxis::analyzers {

// Words that belong to the number behind them: "H.R. 1234" is also the one token hr1234,
// "Section 508" and "Sec. 508" section508, "FY 19" and "fiscal year 2019" fy2019, and
// "2017 – 2020" or "2017 to 2020" imply the years between.
//
// The words are listed in analyzers/data/reference_words.txt.
//
// Threads:  Thread-safe

// A number, or a compound that begins with one, just added to the end of a list.
struct AddedNumber {
    std::string_view text;       // all parts in one
    std::string_view first_part; // the first of them
    Extent extent;
    std::uint32_t position = 0;
    std::uint32_t parts = 1;
};

void link_to_words_before(std::string_view source, const AddedNumber& number, TokenList& tokens);

} // namespace praxis::analyzers
