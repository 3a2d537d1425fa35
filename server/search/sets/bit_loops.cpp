// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/sets/bit_loops.h"

#include <bit>

// Each loop is written once and compiled twice: for every machine, and for those that count the
// bits of eight words in one instruction (AVX-512 VPOPCNTDQ); which one runs is decided at run
// time. The file is compiled with -O3, so that the loops become vector instructions.

namespace praxis::search {

namespace {

template <typename Combine>
[[gnu::always_inline]] inline std::size_t
count_loop(const BitWord* left, const BitWord* right, std::size_t count, Combine combine) {
    std::size_t bits = 0;
    for (std::size_t i = 0; i < count; ++i)
        bits += static_cast<std::size_t>(std::popcount(combine(left[i], right[i])));
    return bits;
}

template <typename Combine>
[[gnu::always_inline]] inline std::size_t store_loop(const BitWord* left,
                                                     const BitWord* right,
                                                     BitWord* result,
                                                     std::size_t count,
                                                     Combine combine) {
    std::size_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const BitWord word = combine(left[i], right[i]);
        result[i] = word;
        bits += static_cast<std::size_t>(std::popcount(word));
    }
    return bits;
}

struct First {
    [[gnu::always_inline]] BitWord operator()(BitWord left, BitWord) const { return left; }
};

struct And {
    [[gnu::always_inline]] BitWord operator()(BitWord left, BitWord right) const {
        return left & right;
    }
};

struct AndNot {
    [[gnu::always_inline]] BitWord operator()(BitWord left, BitWord right) const {
        return left & ~right;
    }
};

using Count = std::size_t (*)(const BitWord*, const BitWord*, std::size_t);
using Store = std::size_t (*)(const BitWord*, const BitWord*, BitWord*, std::size_t);

template <typename Combine>
std::size_t count_plain(const BitWord* left, const BitWord* right, std::size_t count) {
    return count_loop(left, right, count, Combine());
}

template <typename Combine>
std::size_t
store_plain(const BitWord* left, const BitWord* right, BitWord* result, std::size_t count) {
    return store_loop(left, right, result, count, Combine());
}

#if defined(__x86_64__)

template <typename Combine>
[[gnu::target("avx512f,avx512vl,avx512vpopcntdq")]] std::size_t
count_wide(const BitWord* left, const BitWord* right, std::size_t count) {
    return count_loop(left, right, count, Combine());
}

template <typename Combine>
[[gnu::target("avx512f,avx512vl,avx512vpopcntdq")]] std::size_t
store_wide(const BitWord* left, const BitWord* right, BitWord* result, std::size_t count) {
    return store_loop(left, right, result, count, Combine());
}

bool is_wide() {
    static const bool wide{static_cast<bool>(__builtin_cpu_supports("avx512vpopcntdq"))};
    return wide;
}

template <typename Combine>
Count count_function() {
    return is_wide() ? count_wide<Combine> : count_plain<Combine>;
}

template <typename Combine>
Store store_function() {
    return is_wide() ? store_wide<Combine> : store_plain<Combine>;
}

#else

template <typename Combine>
Count count_function() {
    return count_plain<Combine>;
}

template <typename Combine>
Store store_function() {
    return store_plain<Combine>;
}

#endif

} // namespace

std::size_t count_bits(std::span<const BitWord> words) {
    return count_function<First>()(words.data(), words.data(), words.size());
}

std::size_t count_common_bits(std::span<const BitWord> left, std::span<const BitWord> right) {
    return count_function<And>()(left.data(), right.data(), left.size());
}

std::size_t
and_bits(std::span<const BitWord> left, std::span<const BitWord> right, std::span<BitWord> result) {
    return store_function<And>()(left.data(), right.data(), result.data(), left.size());
}

std::size_t and_not_bits(std::span<const BitWord> left,
                         std::span<const BitWord> right,
                         std::span<BitWord> result) {
    return store_function<AndNot>()(left.data(), right.data(), result.data(), left.size());
}

void or_bits(std::span<const BitWord> words, std::span<BitWord> result) {
    for (std::size_t i = 0; i < words.size(); ++i)
        result[i] |= words[i];
}

} // namespace praxis::search
