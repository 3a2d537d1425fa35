// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/scoring/score_table.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace praxis::search {

// The best documents of every long posting list, by what the list alone adds to their scores: what
// a search for one frequent word finds first, worked out beforehand.
//
// Shapes:   as top_documents gives them for a weight of 1; of each list as many as a page has, or
//           all if there are fewer.
// Threads:  Immutable
// Lifetime: the lists must outlive it.
// Source:   Manning, Raghavan, Schütze, "Introduction to Information Retrieval", 2008, 7.1.3
//           (champion lists)
class Champions {
public:
    static constexpr std::size_t of_a_list = 10;

    // Of the documents that live; of lists with at least so many postings.
    Champions(const index::PostingLists& lists,
              std::uint32_t least_postings,
              const DocumentSet& live,
              const ScoreTable& table);

    // None where the list is short.
    std::span<const ScoredDocument> of(const index::PostingList& list) const;

private:
    struct Slice {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    std::unordered_map<const index::PostingListHead*, Slice> slices_;
    std::vector<ScoredDocument> champions_;
};

} // namespace praxis::search
