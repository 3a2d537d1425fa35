// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/length_code.h"

#include <algorithm>
#include <bit>

namespace praxis::index {

std::uint8_t length_code(double length) {
    constexpr double largest = 4.0e9;
    const auto whole = static_cast<std::uint32_t>(std::clamp(length, 0.0, largest));
    if (whole < 16)
        return static_cast<std::uint8_t>(whole);
    const auto shift = static_cast<std::uint32_t>(std::bit_width(whole)) - 4;
    return static_cast<std::uint8_t>((shift + 1) * 8 + ((whole >> shift) & 7U));
}

double decoded_length(std::uint8_t code) {
    if (code < 16)
        return code;
    return static_cast<double>((8ULL + code % 8) << (code / 8 - 1));
}

} // namespace praxis::index
