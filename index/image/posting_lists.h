// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/section_file.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::index {

// Posting lists: for each term the documents in which it stands, how often, in which fields and
// where.
//
// A list is cut into blocks of 128 postings. A block says which documents it spans, and bounds any
// score in it by up to four (frequency, length) pairs, so that whole blocks can be passed over
// unread; its arrays are used where they lie. What every search reads (documents, frequencies)
// lies apart from what few read (fields, positions). Lists that hold more than one document in 32
// have a bitmap besides, with the ranks that lead from a document to its posting.
//
// Shapes:   documents ascend in a list; frequencies are weighted and at least 1.
// Units:    positions count tokens from the start of the publication, its fields in a row.
// Source:   docs/index_format.md, "Posting lists"

constexpr std::uint32_t block_postings = 128;
constexpr std::uint32_t documents_a_rank = 512;
constexpr std::uint32_t dense_fraction = 32;
constexpr std::uint32_t no_bitmap = 0xFFFFFFFF;

// A posting that may bound others: every posting of the block has, for some pair of the block, at
// most its frequency and at least its length.
struct Impact {
    std::uint16_t frequency = 0;
    std::uint8_t length = 0; // code of the document's length
    std::uint8_t flags = 0;  // of the block, in its first pair
};

// Impact::flags: the block's documents, or its positions, take 32 bits each instead of 16.
constexpr std::uint8_t wide_documents = 1;
constexpr std::uint8_t wide_positions = 2;

// An array of 16-bit values takes whole units of 4 bytes.
constexpr std::size_t padded(std::size_t count) {
    return (count + 1) / 2 * 2;
}

struct PostingBlock {
    std::uint32_t first = 0; // documents
    std::uint32_t last = 0;
    std::uint32_t hot = 0;  // offset of its arrays in the hot section, in units of 4 bytes
    std::uint32_t cold = 0; // the same in the cold section
    std::array<Impact, 4> maxima{};
};

struct PostingListHead {
    std::uint64_t first_block = 0;
    std::uint32_t size = 0;
    std::uint32_t bitmap = no_bitmap;
};

// What the writer is given of one document.
struct PostingInput {
    std::uint32_t document = 0;
    std::uint16_t frequency = 0;
    std::uint16_t fields = 0; // bit n: it stands in field n
    std::span<const std::uint32_t> positions;
};

// Threads:  Thread-compatible
// Lifetime: the file and `lengths` must outlive it
class PostingListsWriter {
public:
    // Uses the sections first_section … first_section + 5, and begins the first one: nothing else
    // may be written to the file until `finish`. `lengths`: the length code of every document.
    PostingListsWriter(SectionWriter& file,
                       std::uint32_t first_section,
                       std::span<const std::uint8_t> lengths,
                       bool with_positions);

    // Adds the next list; returns its number. Precondition: not empty.
    std::uint32_t add(std::span<const PostingInput> postings);

    void finish();

private:
    void add_block(std::span<const PostingInput> postings);
    void write_cold(std::span<const PostingInput> postings, bool wide);
    std::uint32_t add_bitmap(std::span<const PostingInput> postings);

    SectionWriter* file_;
    std::uint32_t first_section_;
    std::span<const std::uint8_t> lengths_;
    bool with_positions_;
    std::size_t cold_;
    std::size_t bitmap_words_;
    std::size_t bitmap_ranks_;
    std::uint32_t bitmaps_ = 0;
    std::vector<PostingListHead> heads_;
    std::vector<PostingBlock> blocks_;
};

// Where a document's positions lie; they ascend.
class Positions {
public:
    Positions() = default;

    Positions(const std::uint16_t* narrow, std::size_t size) : narrow_(narrow), size_(size) {}

    Positions(const std::uint32_t* wide, std::size_t size) : wide_(wide), size_(size) {}

    std::size_t size() const { return size_; }

    std::uint32_t operator[](std::size_t i) const {
        return narrow_ != nullptr ? narrow_[i] : wide_[i];
    }

private:
    const std::uint16_t* narrow_ = nullptr;
    const std::uint32_t* wide_ = nullptr;
    std::size_t size_ = 0;
};

class PostingLists;

// One list. Threads: Immutable. Lifetime: as long as the PostingLists.
class PostingList {
public:
    std::uint32_t size() const { return head_->size; }

    std::span<const PostingBlock> blocks() const { return blocks_; }

    // How many postings block `i` has.
    std::uint32_t block_size(std::size_t i) const {
        return i + 1 < blocks_.size()
                   ? block_postings
                   : head_->size - static_cast<std::uint32_t>(i) * block_postings;
    }

    // Unpacks the documents of block `i` to `out`, which has room for 128; returns how many.
    std::uint32_t documents(std::size_t i, std::uint32_t* out) const;

    // The weighted frequencies of block `i`.
    const std::uint16_t* frequencies(std::size_t i) const {
        const std::size_t count = block_size(i);
        return reinterpret_cast<const std::uint16_t*>(
            hot_ + std::size_t{blocks_[i].hot} * 4 +
            (has(wide_documents, i) ? count * 4 : padded(count) * 2));
    }

    // The field bits of block `i`.
    const std::uint16_t* fields(std::size_t i) const {
        return reinterpret_cast<const std::uint16_t*>(cold_ + std::size_t{blocks_[i].cold} * 4);
    }

    // The positions of posting `n` of block `i`; only of lists written with positions.
    Positions positions(std::size_t i, std::uint32_t n) const {
        const std::size_t count = block_size(i);
        const std::uint16_t* behind_fields = fields(i) + padded(count);
        if (has(wide_positions, i)) {
            const auto* ends = reinterpret_cast<const std::uint32_t*>(behind_fields);
            const std::uint32_t begin = n == 0 ? 0 : ends[n - 1];
            return {ends + count + begin, ends[n] - begin};
        }
        const std::uint16_t* ends = behind_fields;
        const std::uint16_t begin = n == 0 ? std::uint16_t{0} : ends[n - 1];
        return {ends + padded(count) + begin, static_cast<std::size_t>(ends[n] - begin)};
    }

    // Tells lists apart.
    const PostingListHead* head() const { return head_; }

    bool has_bitmap() const { return head_->bitmap != no_bitmap; }

    // One bit a document, padded to whole ranks; only with has_bitmap.
    std::span<const std::uint64_t> bitmap() const { return bitmap_; }

    // The number of the posting of a document that the bitmap has.
    std::uint32_t rank(std::uint32_t document) const {
        const std::uint32_t block = document / documents_a_rank;
        std::uint32_t rank = ranks_[block];
        for (std::uint32_t word = block * (documents_a_rank / 64); word < document / 64; ++word)
            rank += static_cast<std::uint32_t>(std::popcount(bitmap_[word]));
        const std::uint64_t below = (std::uint64_t{1} << (document % 64)) - 1;
        return rank + static_cast<std::uint32_t>(std::popcount(bitmap_[document / 64] & below));
    }

    // The first block at or behind `from` whose last document is not below `document`.
    std::size_t block_of(std::uint32_t document, std::size_t from = 0) const;

private:
    friend class PostingLists;

    bool has(std::uint8_t flag, std::size_t block) const {
        return (blocks_[block].maxima[0].flags & flag) != 0;
    }

    const PostingListHead* head_ = nullptr;
    const char* hot_ = nullptr;
    const char* cold_ = nullptr;
    std::span<const PostingBlock> blocks_;
    std::span<const std::uint64_t> bitmap_;
    const std::uint32_t* ranks_ = nullptr;
};

// Threads:  Immutable
// Lifetime: the file must outlive it
class PostingLists {
public:
    PostingLists() = default;

    // Throws Error{Corrupt} where heads, blocks and arrays do not fit each other.
    PostingLists(const SectionFile& file, std::uint32_t first_section, std::uint32_t documents);

    std::uint32_t size() const { return static_cast<std::uint32_t>(heads_.size()); }

    PostingList operator[](std::uint32_t number) const;

private:
    std::string_view hot_;
    std::string_view cold_;
    std::span<const PostingListHead> heads_;
    std::span<const PostingBlock> blocks_;
    std::span<const std::uint64_t> bitmap_words_;
    std::span<const std::uint32_t> bitmap_ranks_;
    std::uint32_t words_a_bitmap_ = 0;
    std::uint32_t ranks_a_bitmap_ = 0;
};

} // namespace praxis::index
