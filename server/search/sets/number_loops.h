// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace praxis::search {

// Finds what stands out among numbers, sixteen at once where the machine can.
//
// Writes the places of those above `threshold`, ascending, to `places`, which has room for all;
// returns how many. Numbers are below 2^31.
//
// Threads:  Immutable
std::size_t places_above(std::span<const std::uint32_t> numbers,
                         std::uint32_t threshold,
                         std::uint16_t* places);

} // namespace praxis::search
