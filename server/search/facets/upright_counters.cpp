// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/upright_counters.h"

#include <algorithm>
#include <bit>

// Counting up a counter for each set bit costs a store for each; instead all counters are kept
// upright, bit p of each in plane p, and rows are added to all of them at once with a few logical
// operations a word. Sixteen rows are first added to each other by carry-save adders (two bits of a
// place and a carry go in, a bit and a carry come out), so that only one row in sixteen ripples
// through further planes; and 128 are counted in planes of their own, which need no more than eight
// and no test of how far a carry goes.
//
// As in bit_loops.cpp, the loops are written once and compiled twice, with -O3.
//
// Sources: Harley, Seal (Warren, "Hacker's Delight", 2nd edition, 2013, 5-1); Klarqvist, Muła,
// Lemire, "Efficient computation of positional population counts using SIMD instructions", 2021.

namespace praxis::search {

namespace {

using Row = UprightCounters::Row;

constexpr std::size_t rows_at_once = 16;
constexpr std::size_t most_rows = 128; // that are counted before they go to the other planes
constexpr std::size_t own_planes = 8;  // enough for most_rows

// What three rows come to, place by place: `sum` is one of them, too. Written so that a machine
// with instructions for any function of three bits needs three.
[[gnu::always_inline]] inline void
add(Row& sum, const BitWord* left, const BitWord* right, Row& carried) {
    for (std::size_t w = 0; w < sum.size(); ++w) {
        const BitWord carry = ((sum[w] ^ left[w]) & (left[w] ^ right[w])) ^ left[w];
        sum[w] = sum[w] ^ left[w] ^ right[w];
        carried[w] = carry;
    }
}

[[gnu::always_inline]] inline void add(Row& sum, const Row& left, const Row& right, Row& carried) {
    add(sum, left.data(), right.data(), carried);
}

// Adds eight rows to three planes; what these cannot hold is carried.
[[gnu::always_inline]] inline void
add_eight(Row& ones, Row& twos, Row& fours, const BitWord* const* rows, Row& carried) {
    Row twos_a;
    Row twos_b;
    Row fours_a;
    Row fours_b;
    add(ones, rows[0], rows[1], twos_a);
    add(ones, rows[2], rows[3], twos_b);
    add(twos, twos_a, twos_b, fours_a);
    add(ones, rows[4], rows[5], twos_a);
    add(ones, rows[6], rows[7], twos_b);
    add(twos, twos_a, twos_b, fours_b);
    add(fours, fours_a, fours_b, carried);
}

// Adds what was carried to a plane.
[[gnu::always_inline]] inline void carry_into(Row& plane, Row& carried) {
    for (std::size_t w = 0; w < plane.size(); ++w) {
        const BitWord both = plane[w] & carried[w];
        plane[w] ^= carried[w];
        carried[w] = both;
    }
}

[[gnu::always_inline]] inline bool is_empty(const Row& row) {
    BitWord any = 0;
    for (const BitWord word : row)
        any |= word;
    return any == 0;
}

// Adds at most `most_rows` rows, a multiple of `rows_at_once`.
[[gnu::always_inline]] inline void
add_loop(Row* planes, const BitWord* const* rows, std::size_t count) {
    Row ones{};
    Row twos{};
    Row fours{};
    Row eights{};
    std::array<Row, 4> higher{};
    for (const BitWord* const* row = rows; row != rows + count; row += rows_at_once) {
        Row eights_a;
        Row eights_b;
        Row carried;
        add_eight(ones, twos, fours, row, eights_a);
        add_eight(ones, twos, fours, row + 8, eights_b);
        add(eights, eights_a, eights_b, carried);
        for (Row& plane : higher)
            carry_into(plane, carried);
    }
    const std::array<const Row*, own_planes> counted{
        &ones, &twos, &fours, &eights, &higher[0], &higher[1], &higher[2], &higher[3]};
    Row carried{};
    for (std::size_t plane = 0; plane < own_planes; ++plane) {
        Row carry;
        add(planes[plane], *counted[plane], carried, carry);
        carried = carry;
    }
    for (std::size_t plane = own_planes; !is_empty(carried); ++plane)
        carry_into(planes[plane], carried);
}

using Add = void (*)(Row*, const BitWord* const*, std::size_t);

void add_plain(Row* planes, const BitWord* const* rows, std::size_t count) {
    add_loop(planes, rows, count);
}

#if defined(__x86_64__)

[[gnu::target("avx512f,avx512vl")]] void
add_wide(Row* planes, const BitWord* const* rows, std::size_t count) {
    add_loop(planes, rows, count);
}

Add add_function() {
    static const bool is_wide{static_cast<bool>(__builtin_cpu_supports("avx512vl"))};
    return is_wide ? add_wide : add_plain;
}

#else

Add add_function() {
    return add_plain;
}

#endif

} // namespace

void UprightCounters::add(std::span<const BitWord* const> rows) {
    static constexpr Row nothing{};
    const Add add_rows = add_function();
    while (rows.size() >= most_rows) {
        add_rows(planes_.data(), rows.data(), most_rows);
        rows = rows.subspan(most_rows);
    }
    if (rows.empty())
        return;
    std::array<const BitWord*, most_rows> last;
    last.fill(nothing.data());
    std::ranges::copy(rows, last.begin());
    add_rows(planes_.data(),
             last.data(),
             (rows.size() + rows_at_once - 1) / rows_at_once * rows_at_once);
}

UprightCounters::Counts UprightCounters::counts() const {
    Counts counts{};
    for (std::size_t plane = 0; plane < planes_.size(); ++plane)
        for (std::size_t w = 0; w < words; ++w)
            for (BitWord word = planes_[plane][w]; word != 0; word &= word - 1)
                counts[w * 64 + static_cast<std::size_t>(std::countr_zero(word))] +=
                    std::uint32_t{1} << plane;
    return counts;
}

} // namespace praxis::search
