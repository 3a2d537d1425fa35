// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace praxis::search {

// A few thousand numbers, each with a value: found in a step or two, which a ranking does thousands
// of times for each query.
//
// Shapes:   at most as many keys as said, none of them no_value; a new key has no_value.
// Threads:  Thread-compatible
class NumberTable {
public:
    static constexpr std::uint32_t no_value = 0xFFFFFFFF;

    explicit NumberTable(std::size_t most_keys)
        : slots_(std::bit_ceil(2 * most_keys + 2), {no_value, no_value}),
          shift_(32U - static_cast<std::uint32_t>(std::bit_width(slots_.size() - 1))) {}

    // The value of a key, to read or write.
    std::uint32_t& operator[](std::uint32_t key) {
        const std::size_t at = slot_of(key);
        slots_[at].first = key;
        return slots_[at].second;
    }

    std::uint32_t find(std::uint32_t key) const {
        return slots_[slot_of(key)].second; // a free one has no_value
    }

private:
    // Where the key is, or would be.
    std::size_t slot_of(std::uint32_t key) const {
        std::size_t at = (key * 0x9E3779B1U) >> shift_; // the golden ratio, by Fibonacci hashing
        while (slots_[at].first != key && slots_[at].first != no_value)
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    std::vector<std::pair<std::uint32_t, std::uint32_t>> slots_;
    std::uint32_t shift_;
};

} // namespace praxis::search
