// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/score_table.h"

#include "index/image/image.h"
#include "index/image/length_code.h"
#include "server/search/scoring/bm25.h"

#include <algorithm>

// The file is compiled with -O3: the second loop of `units` becomes vector instructions.
//
// A bound is computed from the largest frequency / norm, which needs one division a block instead
// of four; rounding may put it below the share it bounds, hence the slack.

namespace praxis::search {

namespace {

constexpr float slack = 1.000001F;

} // namespace

ScoreTable::ScoreTable(std::span<const std::uint8_t> length_codes, double average_length)
    : length_codes_(length_codes) {
    for (std::size_t code = 0; code < norms_.size(); ++code) {
        const double length = index::decoded_length(static_cast<std::uint8_t>(code));
        norms_[code] = static_cast<float>(
            index::frequency_unit * length_norm(average_length > 0 ? length / average_length : 0));
        inverse_norms_[code] = 1.0F / norms_[code];
    }
}

float ScoreTable::bound(const index::PostingBlock& block) const {
    float most = 0;
    for (const index::Impact& impact : block.maxima)
        most = std::max(most, static_cast<float>(impact.frequency) * inverse_norms_[impact.length]);
    return most / (most + 1.0F) * slack;
}

void ScoreTable::units(const std::uint32_t* documents,
                       const std::uint16_t* frequencies,
                       std::size_t count,
                       float weight,
                       std::uint32_t* units) const {
    std::array<float, index::block_postings> norms;
    for (std::size_t i = 0; i < count; ++i)
        norms[i] = norms_[length_codes_[documents[i]]];
    for (std::size_t i = 0; i < count; ++i) {
        const auto times = static_cast<float>(frequencies[i]);
        const float share = times / (times + norms[i]);
        units[i] = static_cast<std::uint32_t>(static_cast<std::int32_t>(weight * share));
    }
}

} // namespace praxis::search
