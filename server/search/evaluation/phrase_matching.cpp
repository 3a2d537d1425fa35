// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/phrase_matching.h"

#include <algorithm>

// A document's positions lie anywhere in a large file, so what a phrase costs is waiting for
// memory. Documents are therefore taken in batches: first the postings of all are located and
// asked for, then they are read, when they have mostly arrived.

namespace praxis::search {

PhraseMatcher::PhraseMatcher(const std::vector<index::PostingList>& words) {
    for (const index::PostingList& list : words)
        words_.push_back(
            {PostingCursor(list), static_cast<std::uint32_t>(words_.size()), {}, {}, 0});
    // The rarest word's posting is read first: where fields do not meet, the others' are not.
    std::sort(words_.begin(), words_.end(), [](const Word& left, const Word& right) {
        return left.cursor.list().size() < right.cursor.list().size();
    });
}

void PhraseMatcher::locate(std::span<const std::uint32_t> documents) {
    for (Word& word : words_)
        for (std::size_t i = 0; i < documents.size(); ++i) {
            word.cursor.seek(documents[i]);
            word.places[i] = {word.cursor.block(), word.cursor.place()};
            const std::uint16_t* fields = word.cursor.list().fields(word.places[i].block);
            __builtin_prefetch(fields + word.places[i].posting);
            __builtin_prefetch(fields + index::block_postings + word.places[i].posting); // its end
        }
}

// Whether all words stand in some field together; if so, their positions are at hand.
bool PhraseMatcher::read_positions(std::size_t document) {
    std::uint32_t common = ~std::uint32_t{0};
    for (const Word& word : words_) {
        const Place& place = word.places[document];
        common &= word.cursor.list().fields(place.block)[place.posting];
    }
    if (common == 0)
        return false;
    for (Word& word : words_) {
        const Place& place = word.places[document];
        word.positions = word.cursor.list().positions(place.block, place.posting);
        word.next = 0;
    }
    return true;
}

bool PhraseMatcher::follows(Word& word, std::uint32_t begin) {
    const std::uint32_t wanted = begin + word.offset;
    while (word.next < word.positions.size() && word.positions[word.next] < wanted)
        ++word.next;
    return word.next < word.positions.size() && word.positions[word.next] == wanted;
}

const std::vector<std::uint32_t>& PhraseMatcher::begins(std::size_t document) {
    begins_.clear();
    if (!read_positions(document))
        return begins_;
    const auto leader =
        std::min_element(words_.begin(), words_.end(), [](const Word& left, const Word& right) {
            return left.positions.size() < right.positions.size();
        });
    for (std::size_t i = 0; i < leader->positions.size(); ++i) {
        if (leader->positions[i] < leader->offset)
            continue;
        const std::uint32_t begin = leader->positions[i] - leader->offset;
        if (std::all_of(words_.begin(), words_.end(), [&](Word& word) {
                return word.offset == leader->offset || follows(word, begin);
            }))
            begins_.push_back(begin);
    }
    return begins_;
}

} // namespace praxis::search
