// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/posting_lists.h"

#include "base/expects.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace praxis::index {

namespace {

// Sections, counted from the first.
constexpr std::uint32_t hot_section = 0;
constexpr std::uint32_t cold_section = 1;
constexpr std::uint32_t heads_section = 2;
constexpr std::uint32_t blocks_section = 3;
constexpr std::uint32_t words_section = 4;
constexpr std::uint32_t ranks_section = 5;

constexpr std::uint32_t narrow_limit = std::numeric_limits<std::uint16_t>::max();

std::uint32_t ranks_of(std::uint32_t documents) {
    return (documents + documents_a_rank - 1) / documents_a_rank;
}

std::uint32_t in_units(std::uint64_t offset) {
    expects(offset / 4 <= std::numeric_limits<std::uint32_t>::max(),
            "the arrays of posting lists take less than 16 GB");
    return static_cast<std::uint32_t>(offset / 4);
}

// The frontier of (frequency up, length down), cut to four pairs that still bound all.
std::array<Impact, 4> maxima_of(std::span<const PostingInput> postings,
                                std::span<const std::uint8_t> lengths) {
    // The higher frequency first, of equal ones the shorter length: as one number each.
    std::array<std::uint32_t, block_postings> impacts{};
    for (std::size_t i = 0; i < postings.size(); ++i)
        impacts[i] = (narrow_limit - postings[i].frequency) << 8U | lengths[postings[i].document];
    std::sort(impacts.begin(), impacts.begin() + static_cast<std::ptrdiff_t>(postings.size()));
    std::array<Impact, 4> maxima{};
    std::size_t count = 0;
    std::uint8_t shortest = std::numeric_limits<std::uint8_t>::max();
    for (const std::uint32_t impact : std::span(impacts).first(postings.size())) {
        const auto length = static_cast<std::uint8_t>(impact & 0xFFU);
        if (count > 0 && length >= shortest)
            continue;
        shortest = length;
        if (count < maxima.size())
            maxima[count++] = {
                static_cast<std::uint16_t>(narrow_limit - (impact >> 8U)), length, 0};
        else
            maxima.back().length = shortest;
    }
    std::fill(maxima.begin() + static_cast<std::ptrdiff_t>(count), maxima.end(), maxima[0]);
    return maxima;
}

// A value of each posting of a block; 16-bit values are padded to whole units.
template <typename T>
class Column {
public:
    template <typename Get>
    Column(std::span<const PostingInput> postings, Get&& get)
        : size_(sizeof(T) == 2 ? padded(postings.size()) : postings.size()) {
        for (std::size_t i = 0; i < postings.size(); ++i)
            values_[i] = static_cast<T>(get(postings[i]));
    }

    std::span<const T> values() const { return std::span(values_).first(size_); }

private:
    std::array<T, block_postings> values_{};
    std::size_t size_;
};

} // namespace

PostingListsWriter::PostingListsWriter(SectionWriter& file,
                                       std::uint32_t first_section,
                                       std::span<const std::uint8_t> lengths,
                                       bool with_positions)
    : file_(&file), first_section_(first_section), lengths_(lengths),
      with_positions_(with_positions), cold_(file.open_side()), bitmap_words_(file.open_side()),
      bitmap_ranks_(file.open_side()) {
    file.begin(first_section + hot_section);
}

std::uint32_t PostingListsWriter::add(std::span<const PostingInput> postings) {
    expects(!postings.empty(), "a posting list is not empty");
    PostingListHead head{.first_block = blocks_.size(),
                         .size = static_cast<std::uint32_t>(postings.size()),
                         .bitmap = no_bitmap};
    for (std::size_t at = 0; at < postings.size(); at += block_postings)
        add_block(
            postings.subspan(at, std::min<std::size_t>(block_postings, postings.size() - at)));
    if (postings.size() * dense_fraction > lengths_.size())
        head.bitmap = add_bitmap(postings);
    heads_.push_back(head);
    return static_cast<std::uint32_t>(heads_.size() - 1);
}

void PostingListsWriter::add_block(std::span<const PostingInput> postings) {
    PostingBlock block{.first = postings.front().document,
                       .last = postings.back().document,
                       .hot = in_units(file_->section_size()),
                       .cold = in_units(file_->side_size(cold_)),
                       .maxima = maxima_of(postings, lengths_)};
    std::size_t places = 0;
    std::uint32_t last_place = 0;
    for (const PostingInput& posting : postings) {
        places += posting.positions.size();
        if (!posting.positions.empty())
            last_place = std::max(last_place, posting.positions.back());
    }
    const bool wide_document = block.last - block.first > narrow_limit;
    const bool wide_place = places > narrow_limit || last_place > narrow_limit;
    block.maxima[0].flags = static_cast<std::uint8_t>((wide_document ? wide_documents : 0) |
                                                      (wide_place ? wide_positions : 0));
    const auto distance = [&](const PostingInput& p) {
        return p.document - block.first;
    };
    if (wide_document)
        file_->write(Column<std::uint32_t>(postings, distance).values());
    else
        file_->write(Column<std::uint16_t>(postings, distance).values());
    file_->write(Column<std::uint16_t>(postings, [](const PostingInput& p) {
                     return p.frequency;
                 }).values());
    write_cold(postings, wide_place);
    blocks_.push_back(block);
}

void PostingListsWriter::write_cold(std::span<const PostingInput> postings, bool wide) {
    file_->write_side(cold_, Column<std::uint16_t>(postings, [](const PostingInput& p) {
                                 return p.fields;
                             }).values());
    if (!with_positions_)
        return;
    std::uint32_t end = 0;
    const auto ends = [&](const PostingInput& p) {
        end += static_cast<std::uint32_t>(p.positions.size());
        return end;
    };
    std::vector<std::uint32_t> all;
    for (const PostingInput& posting : postings)
        all.insert(all.end(), posting.positions.begin(), posting.positions.end());
    if (wide) {
        file_->write_side(cold_, Column<std::uint32_t>(postings, ends).values());
        file_->write_side(cold_, std::span<const std::uint32_t>(all));
        return;
    }
    file_->write_side(cold_, Column<std::uint16_t>(postings, ends).values());
    std::vector<std::uint16_t> narrow(all.begin(), all.end());
    narrow.resize(padded(narrow.size()));
    file_->write_side(cold_, std::span<const std::uint16_t>(narrow));
}

std::uint32_t PostingListsWriter::add_bitmap(std::span<const PostingInput> postings) {
    const std::uint32_t ranks = ranks_of(static_cast<std::uint32_t>(lengths_.size()));
    constexpr std::uint32_t words_a_rank = documents_a_rank / 64;
    std::vector<std::uint64_t> words(std::size_t{ranks} * words_a_rank);
    for (const PostingInput& posting : postings)
        words[posting.document / 64] |= std::uint64_t{1} << (posting.document % 64);
    std::vector<std::uint32_t> before(ranks);
    std::uint32_t count = 0;
    for (std::uint32_t rank = 0; rank < ranks; ++rank) {
        before[rank] = count;
        for (std::uint32_t word = 0; word < words_a_rank; ++word)
            count += static_cast<std::uint32_t>(
                std::popcount(words[std::size_t{rank} * words_a_rank + word]));
    }
    file_->write_side(bitmap_words_, std::span<const std::uint64_t>(words));
    file_->write_side(bitmap_ranks_, std::span<const std::uint32_t>(before));
    return bitmaps_++;
}

void PostingListsWriter::finish() {
    file_->close_side(cold_, first_section_ + cold_section);
    file_->section(first_section_ + heads_section, heads_);
    file_->section(first_section_ + blocks_section, blocks_);
    file_->close_side(bitmap_words_, first_section_ + words_section);
    file_->close_side(bitmap_ranks_, first_section_ + ranks_section);
}

std::uint32_t PostingList::documents(std::size_t i, std::uint32_t* out) const {
    const PostingBlock& block = blocks_[i];
    const std::uint32_t count = block_size(i);
    const char* data = hot_ + std::size_t{block.hot} * 4;
    if (has(wide_documents, i)) {
        const auto* wide = reinterpret_cast<const std::uint32_t*>(data);
        for (std::uint32_t n = 0; n < count; ++n)
            out[n] = block.first + wide[n];
    } else {
        const auto* narrow = reinterpret_cast<const std::uint16_t*>(data);
        for (std::uint32_t n = 0; n < count; ++n)
            out[n] = block.first + narrow[n];
    }
    return count;
}

std::size_t PostingList::block_of(std::uint32_t document, std::size_t from) const {
    // Gallops: the next block asked for is mostly near the last one.
    std::size_t step = 1;
    std::size_t low = from;
    std::size_t high = from;
    while (high < blocks_.size() && blocks_[high].last < document) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    high = std::min(high, blocks_.size());
    const auto found = std::lower_bound(
        blocks_.begin() + static_cast<std::ptrdiff_t>(low),
        blocks_.begin() + static_cast<std::ptrdiff_t>(high),
        document,
        [](const PostingBlock& block, std::uint32_t wanted) { return block.last < wanted; });
    return static_cast<std::size_t>(found - blocks_.begin());
}

PostingLists::PostingLists(const SectionFile& file,
                           std::uint32_t first_section,
                           std::uint32_t documents)
    : hot_(file.bytes(first_section + hot_section)),
      cold_(file.bytes(first_section + cold_section)),
      heads_(file.values<PostingListHead>(first_section + heads_section)),
      blocks_(file.values<PostingBlock>(first_section + blocks_section)),
      bitmap_words_(file.values<std::uint64_t>(first_section + words_section)),
      bitmap_ranks_(file.values<std::uint32_t>(first_section + ranks_section)),
      words_a_bitmap_(ranks_of(documents) * (documents_a_rank / 64)),
      ranks_a_bitmap_(ranks_of(documents)) {
    // The last list and block stand for all: the section checksums cover what lies between.
    if (heads_.empty())
        return;
    const PostingListHead& last = heads_.back();
    const std::uint64_t blocks = (last.size + block_postings - 1) / block_postings;
    if (last.size == 0 || last.first_block + blocks != blocks_.size() ||
        std::size_t{blocks_.back().hot} * 4 >= hot_.size() ||
        std::size_t{blocks_.back().cold} * 4 >= cold_.size())
        throw Error(ErrorKind::Corrupt, "the posting lists of an image do not fit");
}

PostingList PostingLists::operator[](std::uint32_t number) const {
    PostingList list;
    list.head_ = &heads_[number];
    list.hot_ = hot_.data();
    list.cold_ = cold_.data();
    list.blocks_ = blocks_.subspan(list.head_->first_block,
                                   (list.head_->size + block_postings - 1) / block_postings);
    if (list.has_bitmap()) {
        list.bitmap_ = bitmap_words_.subspan(std::size_t{list.head_->bitmap} * words_a_bitmap_,
                                             words_a_bitmap_);
        list.ranks_ = bitmap_ranks_.data() + std::size_t{list.head_->bitmap} * ranks_a_bitmap_;
    }
    return list;
}

} // namespace praxis::index
