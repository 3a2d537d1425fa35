// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace praxis::search {

// Loops over the words of bitmaps, in the widest instructions that the machine has.
//
// Shapes:   both bitmaps, and the result, have the same number of words.
// Threads:  Immutable

using BitWord = std::uint64_t;

std::size_t count_bits(std::span<const BitWord> words);
std::size_t count_common_bits(std::span<const BitWord> left, std::span<const BitWord> right);

// These return how many bits the result has; it may be one of the operands.
std::size_t
and_bits(std::span<const BitWord> left, std::span<const BitWord> right, std::span<BitWord> result);
std::size_t and_not_bits(std::span<const BitWord> left,
                         std::span<const BitWord> right,
                         std::span<BitWord> result);

void or_bits(std::span<const BitWord> words, std::span<BitWord> result);

} // namespace praxis::search
