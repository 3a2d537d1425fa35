// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/term_cursor.h"

#include <algorithm>

// Three kinds of terms are cut into blocks of at most 128 documents: posting lists as they lie in
// the image; known shares by their place; a bitmap of equal shares by ranges of 128 documents.

namespace praxis::search {

namespace {

constexpr std::size_t none_loaded = ~std::size_t{0};
constexpr std::size_t block_size = index::block_postings;

std::size_t blocks_for(std::size_t documents) {
    return (documents + block_size - 1) / block_size;
}

} // namespace

void KnownShares::add(std::uint32_t document, float share) {
    if (documents.size() % block_size == 0)
        maxima.push_back(0);
    documents.push_back(document);
    shares.push_back(share);
    maxima.back() = std::max(maxima.back(), share);
}

TermCursor::TermCursor(const ScoredTerm& term, const ScoreTable& table, double scale)
    : table_(&table), gate_(term.gate ? &*term.gate : nullptr),
      weight_(static_cast<float>(term.weight * scale)), loaded_(none_loaded) {
    if (const auto* by_list = std::get_if<ListShares>(&term.shares)) {
        list_ = &by_list->list;
        cursor_ = PostingCursor(*list_);
    } else if (const auto* known = std::get_if<std::shared_ptr<const KnownShares>>(&term.shares))
        known_ = known->get();
    else
        equal_ = &std::get<EqualShares>(term.shares).documents;
}

std::size_t TermCursor::block_count() const {
    if (list_ != nullptr)
        return list_->blocks().size();
    if (known_ != nullptr)
        return known_->maxima.size();
    return blocks_for(equal_->is_bitmap() ? equal_->limit() : equal_->size());
}

std::uint32_t TermCursor::first_of(std::size_t block) const {
    if (list_ != nullptr)
        return list_->blocks()[block].first;
    if (known_ != nullptr)
        return known_->documents[block * block_size];
    return equal_->is_bitmap() ? static_cast<std::uint32_t>(block * block_size)
                               : equal_->documents()[block * block_size];
}

std::uint32_t TermCursor::last_of(std::size_t block) const {
    if (list_ != nullptr)
        return list_->blocks()[block].last;
    const std::size_t end = (block + 1) * block_size;
    if (known_ != nullptr)
        return known_->documents[std::min(end, known_->documents.size()) - 1];
    return equal_->is_bitmap()
               ? static_cast<std::uint32_t>(end - 1)
               : equal_->documents()[std::min<std::size_t>(end, equal_->size()) - 1];
}

std::uint32_t TermCursor::to_units(float share) const {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(weight_ * share));
}

std::uint32_t TermCursor::block_bound(std::size_t block) const {
    if (list_ != nullptr)
        return to_units(table_->bound(list_->blocks()[block]));
    return to_units(known_ != nullptr ? known_->maxima[block] : 1.0F);
}

void TermCursor::enter(std::uint32_t begin, std::uint32_t end) {
    const std::size_t count = block_count();
    if (list_ != nullptr)
        first_block_ = list_->block_of(begin, first_block_);
    else
        while (first_block_ < count && last_of(first_block_) < begin)
            ++first_block_;
    bound_ = 0;
    postings_ = 0;
    end_block_ = first_block_;
    for (; end_block_ < count && first_of(end_block_) < end; ++end_block_) {
        bound_ = std::max(bound_, block_bound(end_block_));
        const std::uint32_t span = last_of(end_block_) - first_of(end_block_) + 1;
        const std::uint32_t inside =
            std::min(last_of(end_block_) + 1, end) - std::max(first_of(end_block_), begin);
        postings_ += inside == span ? static_cast<std::uint32_t>(block_size)
                                    : 1 + static_cast<std::uint32_t>(block_size * inside / span);
    }
}

void TermCursor::enter_everything() {
    first_block_ = 0;
    end_block_ = block_count();
    bound_ = to_units(1.0F);
}

TermCursor::Block TermCursor::load(std::size_t block) {
    if (block != loaded_)
        unpack(block);
    return block_;
}

void TermCursor::unpack(std::size_t block) {
    loaded_ = block;
    block_ = {documents_.data(), units_.data(), 0};
    if (list_ != nullptr) {
        block_.size = list_->documents(block, documents_.data());
        table_->units(
            documents_.data(), list_->frequencies(block), block_.size, weight_, units_.data());
    } else if (known_ != nullptr) {
        const std::size_t begin = block * block_size;
        block_.documents = known_->documents.data() + begin;
        block_.size = std::min(block_size, known_->documents.size() - begin);
        for (std::size_t i = 0; i < block_.size; ++i)
            units_[i] = to_units(known_->shares[begin + i]);
    } else {
        equal_->for_each(first_of(block), last_of(block) + 1, [&](std::uint32_t document) {
            documents_[block_.size] = document;
            units_[block_.size++] = to_units(1.0F);
        });
    }
    if (gate_ != nullptr)
        for (std::size_t i = 0; i < block_.size; ++i)
            if (!gate_->contains(block_.documents[i]))
                units_[i] = 0;
}

std::uint32_t TermCursor::units_of(std::uint32_t document) {
    if (gate_ != nullptr && !gate_->contains(document))
        return 0;
    return ungated_units(document);
}

std::uint32_t TermCursor::ungated_units(std::uint32_t document) {
    if (list_ != nullptr)
        return cursor_.seek(document) ? to_units(table_->share(cursor_.frequency(), document)) : 0;
    if (known_ == nullptr)
        return equal_->contains(document) ? to_units(1.0F) : 0;
    const auto begin = known_->documents.begin();
    const auto from =
        begin + static_cast<std::ptrdiff_t>(std::max(known_place_, first_block_ * block_size));
    const auto found =
        std::lower_bound(std::min(from, known_->documents.end()),
                         begin + static_cast<std::ptrdiff_t>(
                                     std::min(end_block_ * block_size, known_->documents.size())),
                         document);
    known_place_ = static_cast<std::size_t>(found - begin);
    return found != known_->documents.end() && *found == document
               ? to_units(known_->shares[known_place_])
               : 0;
}

} // namespace praxis::search
