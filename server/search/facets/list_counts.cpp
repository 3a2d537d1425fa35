// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/list_counts.h"

#include "server/search/sets/long_lists.h"

namespace praxis::search {

ListCounts::ListCounts(const index::PostingLists& lists,
                       std::uint32_t least_postings,
                       const DocumentSet& live,
                       const FacetRows& rows) {
    const Deadline never = Deadline::never();
    visit_long_lists(lists, least_postings, live, [&](const auto& list, const auto& documents) {
        counts_.emplace(list.head(), rows.count(documents, never));
    });
}

const FacetRows::Counts* ListCounts::of(const index::PostingListHead* list) const {
    const auto found = counts_.find(list);
    return found == counts_.end() ? nullptr : &found->second;
}

} // namespace praxis::search
