// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/sets/bit_loops.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace praxis::search {

// A set of documents: a sorted list while they are few, a bitmap where they are many.
//
// A posting list that has a bitmap is used where it lies in the image. Copies share what they
// hold, so a set is passed by value.
//
// Shapes:   documents are below `limit`; bitmaps are padded with zeros to whole ranks of a
//           posting list (512 documents).
// Threads:  Immutable
// Lifetime: the image must outlive sets of its lists.
class DocumentSet {
public:
    DocumentSet() = default;

    static DocumentSet none(std::uint32_t limit);
    static DocumentSet all(std::uint32_t limit);

    // `documents` ascend. Becomes a bitmap where that is smaller.
    static DocumentSet of(std::vector<std::uint32_t> documents, std::uint32_t limit);

    // `words`: as many as words_for(limit), without bits at or above the limit.
    static DocumentSet of_words(std::vector<BitWord> words, std::uint32_t limit);

    static DocumentSet of_list(const index::PostingList& list, std::uint32_t limit);

    // The set, as what is left of the list that `whole` is of, if it is of one.
    DocumentSet as_left_of(const DocumentSet& whole) const;

    // How many words the bitmap of so many documents has.
    static std::size_t words_for(std::uint32_t limit);

    // From how many documents on a bitmap is the smaller form.
    static std::uint32_t dense_from(std::uint32_t limit) { return limit / 32 + 1; }

    std::uint32_t limit() const { return limit_; }

    std::uint32_t size() const { return size_; }

    bool empty() const { return size_ == 0; }

    bool is_all() const { return size_ == limit_; }

    bool is_bitmap() const { return is_bitmap_; }

    std::span<const BitWord> words() const { return words_; } // only of a bitmap

    std::span<const std::uint32_t> documents() const { return documents_; } // only without one

    // The list that it is of, whole or as what lives of it. Null for a set that was put together,
    // whatever it has.
    const index::PostingListHead* list() const { return list_; }

    bool contains(std::uint32_t document) const {
        return is_bitmap_ ? (words_[document / 64] >> (document % 64) & 1U) != 0
                          : is_listed(document);
    }

    // The same set with a bitmap.
    DocumentSet as_bitmap() const;

    // Calls `visit(document)` in ascending order, for those in [begin, end).
    template <typename Visit>
    void for_each(std::uint32_t begin, std::uint32_t end, Visit&& visit) const {
        if (is_bitmap_)
            for_each_bit(begin, end, visit);
        else
            for (std::size_t i = place_of(begin); i < documents_.size() && documents_[i] < end; ++i)
                visit(documents_[i]);
    }

    template <typename Visit>
    void for_each(Visit&& visit) const {
        for_each(0, limit_, visit);
    }

    // The first one at or behind `document`; the limit if there is none.
    std::uint32_t next(std::uint32_t document) const;

    // How many are in [begin, end).
    std::uint32_t count(std::uint32_t begin, std::uint32_t end) const;

private:
    bool is_listed(std::uint32_t document) const;
    std::size_t place_of(std::uint32_t document) const;

    template <typename Visit>
    void for_each_bit(std::uint32_t begin, std::uint32_t end, Visit& visit) const {
        for (std::size_t w = begin / 64; w < words_.size() && w * 64 < end; ++w)
            for (BitWord word = words_[w] & bits_between(w, begin, end); word != 0;
                 word &= word - 1)
                visit(static_cast<std::uint32_t>(w * 64) +
                      static_cast<std::uint32_t>(std::countr_zero(word)));
    }

    // The bits of word `w` that stand for documents in [begin, end).
    static BitWord bits_between(std::size_t w, std::uint32_t begin, std::uint32_t end) {
        BitWord bits = ~BitWord{0};
        if (w == begin / 64)
            bits <<= begin % 64;
        if (w == end / 64)
            bits &= (BitWord{1} << (end % 64)) - 1;
        return bits;
    }

    std::uint32_t limit_ = 0;
    std::uint32_t size_ = 0;
    bool is_bitmap_ = false;
    std::span<const BitWord> words_;
    std::span<const std::uint32_t> documents_;
    const index::PostingListHead* list_ = nullptr; // that it is of
    std::shared_ptr<const void> owned_;            // what the spans lie in, unless it is an image
};

} // namespace praxis::search
