// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace praxis::corpus {

// Mends UTF-8 that was read as windows-1252 and written as UTF-8 once too often: "donâ€™t".
//
// Only runs that no language writes are touched: "â" before two signs of punctuation, "ð" before
// three, "Ã" and "Â" before a sign and not behind a capital. So "à «" and "AMANHÃ»" stay.
//
// Units:    `count` is the number of characters that were given back.
// Errors:   none; malformed UTF-8 is copied.
// Threads:  Immutable
struct MendedText {
    std::string text;
    std::size_t count = 0;
};

MendedText mend_double_encoding(std::string_view text);

} // namespace praxis::corpus
