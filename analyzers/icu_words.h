// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/folded_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Appends the words of a folded text: ICU word boundaries, root locale, scripts without blanks
// (Chinese, Japanese, Thai, Khmer, ...) by dictionary.
//
// Shapes:   pieces ascend, do not overlap, and hold a letter or a digit.
// Errors:   Internal when ICU's data is missing.
// Threads:  Thread-safe (one iterator a thread)
// Source:   UAX 29 as of ICU 72
void append_icu_words(std::string_view folded, std::vector<Piece>& pieces);

// The version of ICU's data, which decides about boundaries: "72.1".
std::string icu_version();

} // namespace praxis::analyzers
