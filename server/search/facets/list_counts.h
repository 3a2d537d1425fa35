// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/facets/facet_rows.h"
#include "server/search/sets/document_set.h"

#include <cstdint>
#include <unordered_map>

namespace praxis::search {

// The counts of all small facets over every long posting list of texts, worked out beforehand: what
// is shown beside the hits of a frequent word.
//
// Threads:  Immutable
// Lifetime: the lists must outlive it.
class ListCounts {
public:
    // Of the documents that live; of lists with at least so many postings.
    ListCounts(const index::PostingLists& lists,
               std::uint32_t least_postings,
               const DocumentSet& live,
               const FacetRows& rows);

    // Null where the list is short, or none.
    const FacetRows::Counts* of(const index::PostingListHead* list) const;

private:
    std::unordered_map<const index::PostingListHead*, FacetRows::Counts> counts_;
};

} // namespace praxis::search
