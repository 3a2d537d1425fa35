// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/posting_cursor.h"

#include <cstdint>
#include <vector>

namespace praxis::search {

// Finds where words follow each other in a document, by the positions of their lists.
//
// The word with the fewest positions in the document leads: only around its places are the
// others' looked at.
//
// Threads:  Thread-compatible
// Lifetime: the image must outlive it.
class PhraseMatcher {
public:
    // `words`: their lists, in the order of the phrase.
    PhraseMatcher(const std::vector<index::PostingList>& words);

    // The positions of the first word, ascending, where all follow. Documents ascend from call to
    // call, and every word's list has them. The result is valid until the next call.
    const std::vector<std::uint32_t>& begins(std::uint32_t document);

private:
    struct Word {
        PostingCursor cursor;
        std::uint32_t offset = 0; // in the phrase
        index::Positions positions;
        std::size_t next = 0; // place in `positions`
    };

    bool seek(std::uint32_t document);
    bool follows(Word& word, std::uint32_t begin);

    std::vector<Word> words_;
    std::vector<std::uint32_t> begins_;
};

} // namespace praxis::search
