// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/posting_cursor.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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
    explicit PhraseMatcher(const std::vector<index::PostingList>& words);

    static constexpr std::size_t batch = 32;

    // Finds the words' postings in up to `batch` documents, which every word's list has, and has
    // the processor fetch them. Documents ascend from call to call.
    void locate(std::span<const std::uint32_t> documents);

    // The positions of the first word, ascending, where all follow, in the located document of
    // that number. The result is valid until the next call.
    const std::vector<std::uint32_t>& begins(std::size_t document);

private:
    struct Place {
        std::size_t block = 0;
        std::uint32_t posting = 0;
    };

    struct Word {
        PostingCursor cursor;
        std::uint32_t offset = 0; // in the phrase
        std::array<Place, batch> places{};
        index::Positions positions;
        std::size_t next = 0; // place in `positions`
    };

    bool read_positions(std::size_t document);
    static bool follows(Word& word, std::uint32_t begin);

    std::vector<Word> words_;
    std::vector<std::uint32_t> begins_;
};

} // namespace praxis::search
