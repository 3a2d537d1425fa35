// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/sets/number_loops.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Sixteen numbers are compared at once, and come to one bit each. A compiler does not find this by
// itself; where there are no such instructions, it is a plain loop.

namespace praxis::search {

namespace {

constexpr std::size_t stretch = 16;

#if defined(__SSE2__)

// A bit for each of the numbers that are above the threshold; all are below 2^31.
std::uint32_t above(const std::uint32_t* numbers, std::uint32_t threshold) {
    const __m128i limit = _mm_set1_epi32(static_cast<int>(threshold));
    const auto compared = [&](std::size_t i) {
        return _mm_cmpgt_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(numbers + i)),
                               limit);
    };
    const __m128i low = _mm_packs_epi32(compared(0), compared(4));
    const __m128i high = _mm_packs_epi32(compared(8), compared(12));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
}

#else

std::uint32_t above(const std::uint32_t* numbers, std::uint32_t threshold) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < stretch; ++i)
        bits |= (numbers[i] > threshold ? 1U : 0U) << i;
    return bits;
}

#endif

} // namespace

std::size_t places_above(std::span<const std::uint32_t> numbers,
                         std::uint32_t threshold,
                         std::uint16_t* places) {
    std::size_t found = 0;
    std::size_t at = 0;
    for (; at + stretch <= numbers.size(); at += stretch)
        for (std::uint32_t bits = above(numbers.data() + at, threshold); bits != 0;
             bits &= bits - 1)
            places[found++] =
                static_cast<std::uint16_t>(at + static_cast<std::size_t>(std::countr_zero(bits)));
    for (; at < numbers.size(); ++at)
        if (numbers[at] > threshold)
            places[found++] = static_cast<std::uint16_t>(at);
    return found;
}

} // namespace praxis::search
