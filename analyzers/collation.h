// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::analyzers {

// The bytes by which titles and labels are sorted: ICU root collation, numbers by their value.
// With `without_article`, a leading "a", "an" or "the" does not count, nor do quotes, brackets
// and other marks in front; an article alone does.
// Compared as unsigned bytes, as std::string does, keys are in the order people expect.
//
// Errors:   none for any bytes; Internal when ICU's data is missing.
// Threads:  Thread-safe
std::string sort_key(std::string_view text, bool without_article = false);

} // namespace praxis::analyzers
