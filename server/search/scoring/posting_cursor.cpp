// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/posting_cursor.h"

#include <algorithm>

namespace praxis::search {

bool PostingCursor::seek(std::uint32_t document) {
    return list_.has_bitmap() ? seek_in_bitmap(document) : seek_in_blocks(document);
}

bool PostingCursor::seek_in_bitmap(std::uint32_t document) {
    if ((list_.bitmap()[document / 64] >> (document % 64) & 1U) == 0)
        return false;
    const std::uint32_t rank = list_.rank(document);
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
