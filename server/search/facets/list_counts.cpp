// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/list_counts.h"

#include "server/search/sets/set_operations.h"

#include <algorithm>

namespace praxis::search {

ListCounts::ListCounts(const index::PostingLists& lists,
                       std::uint32_t least_postings,
                       const DocumentSet& live,
                       const FacetRows& rows)
    : facets_(rows.facets()) {
    const Deadline never(std::chrono::steady_clock::time_point::max());
    for (std::uint32_t number = 0; number < lists.size(); ++number) {
        const index::PostingList list = lists[number];
        if (list.size() < least_postings)
            continue;
        const DocumentSet documents = intersection(DocumentSet::of_list(list, live.limit()), live);
        counts_.emplace(list.head(), rows.count(facets_, documents, never));
    }
}

std::span<const std::uint32_t> ListCounts::of(const index::PostingListHead* list,
                                              std::size_t facet) const {
    const auto counts = counts_.find(list);
    const auto place = std::ranges::find(facets_, facet);
    if (counts == counts_.end() || place == facets_.end())
        return {};
    return counts->second[static_cast<std::size_t>(place - facets_.begin())];
}

} // namespace praxis::search
