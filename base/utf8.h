// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace praxis {

// UTF-8 text: checking, repairing, walking, counting.
//
// All text inside Praxis is valid UTF-8 without the code points that the index cannot bear;
// `repair_utf8` makes it so once, at the place where a source is read.
//
// Units:    offsets and lengths in bytes unless a name says code points.
// Errors:   none; malformed bytes are reported or replaced, never thrown.
// Threads:  Immutable
// Source:   Unicode 15, 3.9 (maximal subpart replacement)

constexpr char32_t replacement_character = U'\uFFFD';

// Whether the index can hold this code point: not NUL, not a surrogate, not U+FFFE, U+FFFF,
// U+1FFFE or U+1FFFF, at most U+10FFFF.
bool is_bearable(char32_t code_point) noexcept;

// Reads the code point at `at` and moves `at` behind it; malformed input gives U+FFFD and moves
// over its maximal subpart. Precondition: at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

// How many bytes from `at` on are printable ASCII, ' ' to '~': nearly all of most texts, and what
// needs no second look.
std::size_t plain_length(std::string_view text, std::size_t at) noexcept;

// Appends them to `copy` and moves `at` behind them; false if there are none.
bool copy_plain(std::string_view text, std::size_t& at, std::string& copy);

// Appends one code point; an invalid one is appended as U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text) noexcept;

// The text with every malformed byte and every unbearable code point replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text) noexcept;

// The longest prefix of at most `count` code points.
std::string_view first_code_points(std::string_view text, std::size_t count) noexcept;

// The number of code points in front of byte `offset`; precondition: offset <= text.size().
std::size_t code_point_offset(std::string_view text, std::size_t offset) noexcept;

// The text without leading and trailing ASCII blanks, tabs, line ends and U+00A0.
std::string_view trim(std::string_view text) noexcept;

// ASCII lower case; other bytes stay.
std::string to_lower_ascii(std::string_view text);

// Runs of blanks, tabs, line ends and U+00A0 become one blank; none at the ends.
std::string collapse_whitespace(std::string_view text);

} // namespace praxis
