// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/windows_1252.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace praxis::corpus {

namespace {

constexpr unsigned first_special = 0x80;

// Bytes 0x80 to 0x9F; all others are code points of their own number.
constexpr std::array<char32_t, 32> specials = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

} // namespace

char32_t windows_1252_code_point(unsigned char byte) noexcept {
    if (byte < first_special || byte >= first_special + specials.size())
        return byte;
    return specials[byte - first_special];
}

std::optional<unsigned char> windows_1252_byte(char32_t code_point) noexcept {
    if (code_point < 0x100)
        return static_cast<unsigned char>(code_point);
    const auto* found = std::find(specials.begin(), specials.end(), code_point);
    if (found == specials.end())
        return std::nullopt;
    return static_cast<unsigned char>(first_special + std::distance(specials.begin(), found));
}

} // namespace praxis::corpus
