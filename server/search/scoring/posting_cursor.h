// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace praxis::search {

// Finds documents in one posting list; those that are asked for ascend.
//
// A list with a bitmap is asked by rank, counted on from the last one; in another the blocks are
// galloped over and the one that is reached is unpacked once.
//
// Threads:  Thread-compatible
class PostingCursor {
public:
    PostingCursor() = default;

    explicit PostingCursor(const index::PostingList& list) : list_(list) {}

    const index::PostingList& list() const { return list_; }

    // Goes to the document's posting; false if it has none.
    bool seek(std::uint32_t document);

    // Of the posting gone to.
    std::size_t block() const { return block_; }

    std::uint32_t place() const { return place_; }

    std::uint16_t frequency() const { return list_.frequencies(block_)[place_]; }

    std::uint16_t fields() const { return list_.fields(block_)[place_]; }

    index::Positions positions() const { return list_.positions(block_, place_); }

private:
    bool seek_in_bitmap(std::uint32_t document);
    bool seek_in_blocks(std::uint32_t document);

    static constexpr std::size_t no_block = ~std::size_t{0};

    index::PostingList list_;
    std::size_t block_ = 0;
    std::uint32_t place_ = 0;
    std::uint32_t word_ = 0;   // of a bitmap, up to which postings are counted
    std::uint32_t before_ = 0; // as many
    std::size_t unpacked_ = no_block;
    std::uint32_t count_ = 0;
    std::array<std::uint32_t, index::block_postings> documents_; // of the unpacked block
};

} // namespace praxis::search
