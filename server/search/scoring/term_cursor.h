// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/posting_cursor.h"
#include "server/search/scoring/score_table.h"
#include "server/search/scoring/scored_term.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace praxis::search {

// Walks through what a term adds, in blocks that say beforehand how much they can add.
//
// A window [begin, end) of documents is entered first; then its blocks can be bounded, skipped or
// loaded, or single documents asked for. Windows ascend, and documents within one.
//
// Units:    whole numbers ("units"), so that a sum does not depend on the order of its terms.
// Threads:  Thread-compatible
// Lifetime: the term and the table must outlive it.
class TermCursor {
public:
    // `scale`: units for a score of 1.
    TermCursor(const ScoredTerm& term, const ScoreTable& table, double scale);

    // Bounds what the term adds to any document in it.
    void enter(std::uint32_t begin, std::uint32_t end);

    // The window of all documents, of which single ones are asked for: no block is looked at for
    // its bound.
    void enter_everything();

    // The bound, and about how many postings the window has.
    std::uint32_t bound() const { return bound_; }

    std::uint32_t postings() const { return postings_; }

    // The blocks that overlap the window.
    std::size_t first_block() const { return first_block_; }

    std::size_t end_block() const { return end_block_; }

    std::uint32_t block_bound(std::size_t block) const;

    // One block's documents and what is added to each; some may lie outside the window.
    struct Block {
        const std::uint32_t* documents = nullptr;
        const std::uint32_t* units = nullptr;
        std::size_t size = 0;
    };

    Block load(std::size_t block);

    // What is added to one document of the window; 0 if nothing.
    std::uint32_t units_of(std::uint32_t document);

private:
    std::size_t block_count() const;
    std::uint32_t first_of(std::size_t block) const;
    std::uint32_t last_of(std::size_t block) const;
    void unpack(std::size_t block);
    std::uint32_t ungated_units(std::uint32_t document);
    std::uint32_t to_units(float share) const;

    const ScoreTable* table_;
    const DocumentSet* gate_;
    const index::PostingList* list_ = nullptr;
    const KnownShares* known_ = nullptr;
    const DocumentSet* equal_ = nullptr;
    float weight_;
    PostingCursor cursor_; // for single documents of a list
    std::size_t known_place_ = 0;
    std::uint32_t bound_ = 0;
    std::uint32_t postings_ = 0;
    std::size_t first_block_ = 0;
    std::size_t end_block_ = 0;
    std::size_t loaded_;
    Block block_;
    std::array<std::uint32_t, index::block_postings> documents_; // of the loaded block
    std::array<std::uint32_t, index::block_postings> units_;
};

} // namespace praxis::search
