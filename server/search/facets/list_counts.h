// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/facets/facet_rows.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace praxis::search {

// The counts of all small facets over every long posting list of texts, worked out beforehand: what
// is shown beside the hits of a frequent word.
//
// Shapes:   facets by number.
// Threads:  Immutable
// Lifetime: the lists must outlive it.
class ListCounts {
public:
    // Of the documents that live; of lists with at least so many postings.
    ListCounts(const index::PostingLists& lists,
               std::uint32_t least_postings,
               const DocumentSet& live,
               const FacetRows& rows);

    // By the facet's values; empty where the list is short (or null) or the facet is not small.
    std::span<const std::uint32_t> of(const index::PostingListHead* list, std::size_t facet) const;

private:
    using Counts = std::vector<std::vector<std::uint32_t>>; // by place in `facets_`

    std::vector<std::size_t> facets_;
    std::unordered_map<const index::PostingListHead*, Counts> counts_;
};

} // namespace praxis::search
