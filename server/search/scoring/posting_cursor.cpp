// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/posting_cursor.h"

#include <algorithm>
#include <bit>

namespace praxis::search {

bool PostingCursor::seek(std::uint32_t document) {
    return list_.has_bitmap() ? seek_in_bitmap(document) : seek_in_blocks(document);
}

bool PostingCursor::seek_in_bitmap(std::uint32_t document) {
    const std::uint32_t word = document / 64;
    const std::uint64_t* const bits = list_.bitmap().data();
    if ((bits[word] >> (document % 64) & 1U) == 0)
        return false;
    constexpr std::uint32_t words_a_rank = index::documents_a_rank / 64;
    if (word < word_ || word / words_a_rank != word_ / words_a_rank) {
        word_ = word / words_a_rank * words_a_rank;
        before_ = list_.rank(word_ * 64);
    }
    for (; word_ < word; ++word_)
        before_ += static_cast<std::uint32_t>(std::popcount(bits[word_]));
    const std::uint64_t below = (std::uint64_t{1} << (document % 64)) - 1;
    const std::uint32_t rank =
        before_ + static_cast<std::uint32_t>(std::popcount(bits[word] & below));
    block_ = rank / index::block_postings;
    place_ = rank % index::block_postings;
    return true;
}

bool PostingCursor::seek_in_blocks(std::uint32_t document) {
    if (unpacked_ == no_block || list_.blocks()[block_].last < document) {
        const std::size_t block = list_.block_of(document, unpacked_ == no_block ? 0 : block_);
        if (block == list_.blocks().size())
            return false;
        if (block != unpacked_) {
            count_ = list_.documents(block, documents_.data());
            place_ = 0;
            unpacked_ = block_ = block;
        }
    }
    const auto begin = documents_.begin();
    const auto found = std::lower_bound(begin + place_, begin + count_, document);
    place_ = static_cast<std::uint32_t>(found - begin);
    return place_ < count_ && documents_[place_] == document;
}

} // namespace praxis::search
