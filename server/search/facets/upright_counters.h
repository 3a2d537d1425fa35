// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/sets/bit_loops.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace praxis::search {

// Counts how often each bit is set in many rows of bits, in the widest instructions that the
// machine has.
//
// Shapes:   a row is `words` words; bit n of a row is bit n % 64 of its word n / 64.
// Threads:  Thread-compatible
class UprightCounters {
public:
    static constexpr std::size_t words = 8;

    using Row = std::array<BitWord, words>;
    using Counts = std::array<std::uint32_t, words * 64>; // by bit

    // Each points at the words of a row; these may be part of something longer.
    void add(std::span<const BitWord* const> rows);

    Counts counts() const;

private:
    std::array<Row, 32> planes_{}; // as many as a count has bits
};

} // namespace praxis::search
