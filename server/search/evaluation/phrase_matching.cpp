// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/phrase_matching.h"

#include <algorithm>

namespace praxis::search {

PhraseMatcher::PhraseMatcher(const std::vector<index::PostingList>& words) {
    for (const index::PostingList& list : words)
        words_.push_back({PostingCursor(list), static_cast<std::uint32_t>(words_.size()), {}, 0});
    // The rarest word's posting is read first: where fields do not meet, the others' are not.
    std::sort(words_.begin(), words_.end(), [](const Word& left, const Word& right) {
        return left.cursor.list().size() < right.cursor.list().size();
    });
}

// Whether all words stand in the document, in some field together.
bool PhraseMatcher::seek(std::uint32_t document) {
    std::uint32_t common = ~std::uint32_t{0};
    for (Word& word : words_)
        if (!word.cursor.seek(document) || (common &= word.cursor.fields()) == 0)
            return false;
    for (Word& word : words_) {
        word.positions = word.cursor.positions();
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

const std::vector<std::uint32_t>& PhraseMatcher::begins(std::uint32_t document) {
    begins_.clear();
    if (!seek(document))
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
