// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/sets/set_operations.h"

#include "base/expects.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

// "At least k of n" is counted for 64 documents at once. A counter of b bits a document is kept as
// b words, bit j of all counters in word j; adding a set to all 64 is a ripple of ANDs and XORs.
// The counters begin at 2^b - k, so that the one carry out of the highest bit says "k reached";
// it is kept, and with 2^b above n it can happen once only.

namespace praxis::search {

namespace {

using Documents = std::span<const std::uint32_t>;

// The first place at or behind `from` whose document is not below `document`.
std::size_t gallop(Documents documents, std::size_t from, std::uint32_t document) {
    std::size_t step = 1;
    std::size_t high = from;
    while (high < documents.size() && documents[high] < document) {
        from = high + 1;
        high += step;
        step *= 2;
    }
    const auto begin = documents.begin();
    return static_cast<std::size_t>(
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(from),
                         begin + static_cast<std::ptrdiff_t>(std::min(high, documents.size())),
                         document) -
        begin);
}

// Those of `few` for which being in `other` is `wanted`.
std::vector<std::uint32_t> kept(Documents few, const DocumentSet& other, bool wanted) {
    std::vector<std::uint32_t> result;
    if (other.is_bitmap()) {
        result.resize(few.size());
        const BitWord* words = other.words().data();
        std::size_t size = 0;
        for (const std::uint32_t document : few) {
            result[size] = document;
            size += ((words[document / 64] >> (document % 64) & 1U) != 0) == wanted ? 1 : 0;
        }
        result.resize(size);
        return result;
    }
    const Documents many = other.documents();
    std::size_t at = 0;
    for (const std::uint32_t document : few) {
        at = gallop(many, at, document);
        if ((at < many.size() && many[at] == document) == wanted)
            result.push_back(document);
    }
    return result;
}

std::vector<BitWord> words_of(const std::vector<DocumentSet>& sets, std::uint32_t limit) {
    std::vector<BitWord> words(DocumentSet::words_for(limit));
    for (const DocumentSet& set : sets)
        if (set.is_bitmap())
            or_bits(set.words(), words);
        else
            for (const std::uint32_t document : set.documents())
                words[document / 64] |= BitWord{1} << (document % 64);
    return words;
}

// Every document of every set, ascending, as often as it is in one.
std::vector<std::uint32_t> merged(const std::vector<DocumentSet>& sets) {
    std::vector<std::uint32_t> documents;
    for (const DocumentSet& set : sets) {
        const auto middle = static_cast<std::ptrdiff_t>(documents.size());
        documents.insert(documents.end(), set.documents().begin(), set.documents().end());
        std::inplace_merge(documents.begin(), documents.begin() + middle, documents.end());
    }
    return documents;
}

bool are_few(const std::vector<DocumentSet>& sets, std::uint32_t limit) {
    std::size_t documents = 0;
    for (const DocumentSet& set : sets) {
        if (set.is_bitmap())
            return false;
        documents += set.size();
    }
    return documents < DocumentSet::dense_from(limit) && sets.size() <= 16;
}

DocumentSet
count_few(std::size_t needed, const std::vector<DocumentSet>& sets, std::uint32_t limit) {
    const std::vector<std::uint32_t> all = merged(sets);
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && all[end] == all[i])
            ++end;
        if (end - i >= needed)
            found.push_back(all[i]);
        i = end;
    }
    return DocumentSet::of(std::move(found), limit);
}

DocumentSet
count_many(std::size_t needed, const std::vector<DocumentSet>& sets, std::uint32_t limit) {
    constexpr std::size_t max_bits = 16;
    const auto bits = static_cast<std::size_t>(std::bit_width(sets.size()));
    expects(bits <= max_bits, "a query counts fewer than 65,536 sets");
    const std::size_t start = (std::size_t{1} << bits) - needed;
    std::vector<DocumentSet> bitmaps;
    for (const DocumentSet& set : sets)
        bitmaps.push_back(set.as_bitmap());
    std::vector<BitWord> reached(DocumentSet::words_for(limit));
    for (std::size_t w = 0; w < reached.size(); ++w) {
        std::array<BitWord, max_bits> counters{};
        for (std::size_t bit = 0; bit < bits; ++bit)
            counters[bit] = (start >> bit & 1U) != 0 ? ~BitWord{0} : BitWord{0};
        for (const DocumentSet& set : bitmaps) {
            BitWord carry = set.words()[w];
            for (std::size_t bit = 0; bit < bits && carry != 0; ++bit)
                carry &= std::exchange(counters[bit], counters[bit] ^ carry);
            reached[w] |= carry;
        }
    }
    return DocumentSet::of_words(std::move(reached), limit);
}

} // namespace

DocumentSet intersection(const DocumentSet& left, const DocumentSet& right) {
    if (left.is_all())
        return right;
    if (right.is_all())
        return left;
    if (left.is_bitmap() && right.is_bitmap()) {
        std::vector<BitWord> words(left.words().size());
        and_bits(left.words(), right.words(), words);
        return DocumentSet::of_words(std::move(words), left.limit());
    }
    const bool swap = left.is_bitmap() || (!right.is_bitmap() && right.size() < left.size());
    return DocumentSet::of(kept((swap ? right : left).documents(), swap ? left : right, true),
                           left.limit());
}

DocumentSet intersection(std::vector<DocumentSet> sets) {
    std::sort(sets.begin(), sets.end(), [](const DocumentSet& left, const DocumentSet& right) {
        return left.size() < right.size();
    });
    DocumentSet result = std::move(sets.front());
    for (std::size_t i = 1; i < sets.size() && !result.empty(); ++i)
        result = intersection(result, sets[i]);
    return result;
}

DocumentSet difference(const DocumentSet& left, const DocumentSet& right) {
    if (right.empty() || left.empty())
        return left;
    if (!left.is_bitmap())
        return DocumentSet::of(kept(left.documents(), right, false), left.limit());
    std::vector<BitWord> words(left.words().begin(), left.words().end());
    if (right.is_bitmap())
        and_not_bits(left.words(), right.words(), words);
    else
        for (const std::uint32_t document : right.documents())
            words[document / 64] &= ~(BitWord{1} << (document % 64));
    return DocumentSet::of_words(std::move(words), left.limit());
}

DocumentSet complement(const DocumentSet& set) {
    return difference(DocumentSet::all(set.limit()), set);
}

std::size_t common_count(const DocumentSet& left, const DocumentSet& right) {
    if (left.is_bitmap() && right.is_bitmap())
        return count_common_bits(left.words(), right.words());
    return intersection(left, right).size();
}

DocumentSet union_of(const std::vector<DocumentSet>& sets, std::uint32_t limit) {
    if (sets.size() == 1)
        return sets.front();
    return are_few(sets, limit) ? count_few(1, sets, limit)
                                : DocumentSet::of_words(words_of(sets, limit), limit);
}

DocumentSet
at_least(std::size_t needed, const std::vector<DocumentSet>& sets, std::uint32_t limit) {
    if (needed == 0)
        return DocumentSet::all(limit);
    if (needed > sets.size())
        return DocumentSet::none(limit);
    if (needed == 1)
        return union_of(sets, limit);
    if (needed == sets.size())
        return intersection(sets);
    return are_few(sets, limit) ? count_few(needed, sets, limit) : count_many(needed, sets, limit);
}

} // namespace praxis::search
