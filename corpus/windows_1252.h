// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

namespace praxis::corpus {

// windows-1252, the encoding of most Western text that is not UTF-8.
//
// Shapes:   the five undefined bytes stand for the control characters of their own number.
// Threads:  Immutable
// Source:   https://encoding.spec.whatwg.org/index-windows-1252.txt
char32_t windows_1252_code_point(unsigned char byte) noexcept;

// The byte that writes this code point; U+0080–U+009F count as their own bytes, for texts that
// went through iso-8859-1 instead.
std::optional<unsigned char> windows_1252_byte(char32_t code_point) noexcept;

} // namespace praxis::corpus
