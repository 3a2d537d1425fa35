// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/list_counts.h"

#include "server/search/sets/set_operations.h"

namespace praxis::search {

ListCounts::ListCounts(const index::PostingLists& lists,
                       std::uint32_t least_postings,
                       const DocumentSet& live,
                       const FacetRows& rows) {
    const Deadline never(std::chrono::steady_clock::time_point::max());
    for (std::uint32_t number = 0; number < lists.size(); ++number) {
        const index::PostingList list = lists[number];
        if (list.size() < least_postings)
            continue;
        const DocumentSet documents = intersection(DocumentSet::of_list(list, live.limit()), live);
        counts_.emplace(list.head(), rows.count(documents, never));
    }
}

const FacetRows::Counts* ListCounts::of(const index::PostingListHead* list) const {
    const auto found = counts_.find(list);
    return found == counts_.end() ? nullptr : &found->second;
}

} // namespace praxis::search
