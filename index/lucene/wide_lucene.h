// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <lucene++/Lucene.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::index {

// UTF-8 ↔ the wide strings of Lucene++ (UTF-32 in wchar_t).
//
// Never `StringUtils::toUnicode`: one malformed byte makes it return "" for the whole text, and one
// surrogate or U+FFFF in an indexed term breaks the dictionary of its segment for other terms too.
// Here whatever Lucene++ cannot bear becomes U+FFFD, so any bytes are safe to hand over.
//
// Lucene.h must come before every other header of Lucene++; those that need one include this first.
//
// Errors:   none.
// Threads:  Immutable
// Source:   measured: foundations of the design, "Strings"; tests/index/wide_test.cpp

Lucene::String to_wide(std::string_view text);

std::string to_utf8(const Lucene::String& text);

// Writes the code points of `text` to `out`, which has room for text.size() of them; returns how
// many there are.
std::size_t to_wide(std::string_view text, wchar_t* out);

} // namespace praxis::index
