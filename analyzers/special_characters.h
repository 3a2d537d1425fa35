// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

namespace praxis::analyzers {

// The code points that Unicode's own folding would treat otherwise than a reader: curly quotes
// and okinas are apostrophes, every short dash a hyphen, a long one "--", § is the word
// "section", ™ does not grow onto the word before it.
//
// Footnote marks (superscript digits) vanish, unless they square or cube a unit of at most two
// letters (m², ft³).
//
// `folded` is what stands in front of the code point, already folded.
// Nothing: the code point is not special.
//
// Threads:  Immutable
std::optional<std::string_view> special_folding(char32_t code_point, std::string_view folded);

// The ASCII letters for Latin letters that are no letter with a mark: ø, ł, æ, ... or nothing.
std::optional<std::string_view> ascii_for_latin(char32_t code_point);

} // namespace praxis::analyzers
