// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::analyzers {

// The bytes by which titles and labels are sorted: ICU root collation, numbers by their value.
// With `without_article`, a leading "a", "an" or "the" does not count.
// compare(sort_key(a), sort_key(b)) as unsigned bytes is the order people expect.
//
// Threads:  Thread-safe
std::string sort_key(std::string_view text, bool without_article = false);

} // namespace praxis::analyzers
