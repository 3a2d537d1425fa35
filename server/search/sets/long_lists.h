// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/sets/set_operations.h"

#include <cstdint>

namespace praxis::search {

// Calls `visit` with each posting list of at least so many postings, and those of its documents
// that live.
//
// Threads:  Immutable
void visit_long_lists(const index::PostingLists& lists,
                      std::uint32_t least_postings,
                      const DocumentSet& live,
                      const auto& visit) {
    for (std::uint32_t number = 0; number < lists.size(); ++number)
        if (const index::PostingList list = lists[number]; list.size() >= least_postings)
            visit(list, intersection(DocumentSet::of_list(list, live.limit()), live));
}

} // namespace praxis::search
