// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace praxis::search {

// BM25's saturation (bm25.h) by weighted frequency and length code, for one library.
//
// A length is one byte, so all that it contributes fits in a table of 256 numbers; a share is then
// one division. Shares are the same whether they are computed one by one or a block at a time.
//
// Units:    frequencies in index::frequency_unit; shares from 0 to below 1.
// Threads:  Immutable
// Lifetime: `length_codes` must outlive it.
class ScoreTable {
public:
    // `average_length`: of all publications, those of other layers too.
    ScoreTable(std::span<const std::uint8_t> length_codes, double average_length);

    float share(std::uint16_t frequency, std::uint32_t document) const {
        const auto times = static_cast<float>(frequency);
        return times / (times + norms_[length_codes_[document]]);
    }

    // Not less than the share of any posting of the block.
    float bound(const index::PostingBlock& block) const;

    // What `share` gives, times `weight`, cut to whole numbers; `count` of them.
    void units(const std::uint32_t* documents,
               const std::uint16_t* frequencies,
               std::size_t count,
               float weight,
               std::uint32_t* units) const;

private:
    std::span<const std::uint8_t> length_codes_;
    std::array<float, 256> norms_{};
    std::array<float, 256> inverse_norms_{};
};

} // namespace praxis::search
