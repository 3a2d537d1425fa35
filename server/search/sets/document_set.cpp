// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/sets/document_set.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

constexpr std::size_t words_a_rank = index::documents_a_rank / 64;

std::vector<BitWord> bits_of(std::span<const std::uint32_t> documents, std::uint32_t limit) {
    std::vector<BitWord> words(DocumentSet::words_for(limit));
    for (const std::uint32_t document : documents)
        words[document / 64] |= BitWord{1} << (document % 64);
    return words;
}

} // namespace

std::size_t DocumentSet::words_for(std::uint32_t limit) {
    return (std::size_t{limit} + index::documents_a_rank - 1) / index::documents_a_rank *
           words_a_rank;
}

DocumentSet DocumentSet::none(std::uint32_t limit) {
    DocumentSet set;
    set.limit_ = limit;
    return set;
}

DocumentSet DocumentSet::all(std::uint32_t limit) {
    std::vector<BitWord> words(words_for(limit));
    std::fill_n(words.begin(), limit / 64, ~BitWord{0});
    if (limit % 64 != 0)
        words[limit / 64] = (BitWord{1} << (limit % 64)) - 1;
    return of_words(std::move(words), limit);
}

DocumentSet DocumentSet::of(std::vector<std::uint32_t> documents, std::uint32_t limit) {
    if (documents.size() >= dense_from(limit))
        return of_words(bits_of(documents, limit), limit);
    DocumentSet set = none(limit);
    set.size_ = static_cast<std::uint32_t>(documents.size());
    const auto owned = std::make_shared<const std::vector<std::uint32_t>>(std::move(documents));
    set.documents_ = *owned;
    set.owned_ = owned;
    return set;
}

DocumentSet DocumentSet::of_words(std::vector<BitWord> words, std::uint32_t limit) {
    DocumentSet set = none(limit);
    set.size_ = static_cast<std::uint32_t>(count_bits(words));
    set.is_bitmap_ = true;
    const auto owned = std::make_shared<const std::vector<BitWord>>(std::move(words));
    set.words_ = *owned;
    set.owned_ = owned;
    return set;
}

DocumentSet DocumentSet::of_list(const index::PostingList& list, std::uint32_t limit) {
    DocumentSet set = none(limit);
    if (list.has_bitmap()) {
        set.size_ = list.size();
        set.is_bitmap_ = true;
        set.words_ = list.bitmap();
        set.list_ = list.head();
        return set;
    }
    std::vector<std::uint32_t> documents(list.blocks().size() * index::block_postings);
    for (std::size_t block = 0; block < list.blocks().size(); ++block)
        list.documents(block, documents.data() + block * index::block_postings);
    documents.resize(list.size());
    set = of(std::move(documents), limit);
    set.list_ = list.head();
    return set;
}

DocumentSet DocumentSet::as_left_of(const DocumentSet& whole) const {
    DocumentSet left = *this;
    left.list_ = whole.list_;
    return left;
}

DocumentSet DocumentSet::as_bitmap() const {
    return is_bitmap_ ? *this : of_words(bits_of(documents_, limit_), limit_);
}

std::uint32_t DocumentSet::next(std::uint32_t document) const {
    if (!is_bitmap_) {
        const std::size_t place = place_of(document);
        return place < documents_.size() ? documents_[place] : limit_;
    }
    for (std::size_t w = document / 64; w < words_.size(); ++w)
        if (const BitWord word = words_[w] & bits_between(w, document, limit_); word != 0)
            return static_cast<std::uint32_t>(w * 64) +
                   static_cast<std::uint32_t>(std::countr_zero(word));
    return limit_;
}

std::uint32_t DocumentSet::count(std::uint32_t begin, std::uint32_t end) const {
    if (!is_bitmap_)
        return static_cast<std::uint32_t>(place_of(end) - place_of(begin));
    std::uint32_t count = 0;
    for (std::size_t w = begin / 64; w < words_.size() && w * 64 < end; ++w)
        count += static_cast<std::uint32_t>(std::popcount(words_[w] & bits_between(w, begin, end)));
    return count;
}

bool DocumentSet::is_listed(std::uint32_t document) const {
    return std::binary_search(documents_.begin(), documents_.end(), document);
}

std::size_t DocumentSet::place_of(std::uint32_t document) const {
    return static_cast<std::size_t>(
        std::lower_bound(documents_.begin(), documents_.end(), document) - documents_.begin());
}

} // namespace praxis::search
