// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "corpus/date_tokens.h"

#include <cstddef>
#include <optional>
#include <span>

namespace praxis::corpus {

// The forms in which a date may stand at the front of a row of tokens.
//
// Shapes:   years 1000–2999; `length` in tokens, at least 1.
// Threads:  Immutable
struct DateMatch {
    Date date;
    std::size_t length = 0;
};

using DateTokens = std::span<const DateToken>;
using DateForm = std::optional<DateMatch> (*)(DateTokens);

// 2016-05-02, 2016/5/2, 2016.05.02, 2016-05.
std::optional<DateMatch> year_first(DateTokens tokens);

// 20160502, 20160502103000, 201605.
std::optional<DateMatch> digits_only(DateTokens tokens);

// All forms, the more telling ones first.
std::span<const DateForm> date_forms();

// Those that running text may be searched for.
std::span<const DateForm> date_forms_of_prose();

} // namespace praxis::corpus
