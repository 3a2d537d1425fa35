// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/champions.h"

#include "server/search/sets/long_lists.h"

namespace praxis::search {

Champions::Champions(const index::PostingLists& lists,
                     std::uint32_t least_postings,
                     const DocumentSet& live,
                     const ScoreTable& table) {
    const Deadline never = Deadline::never();
    visit_long_lists(lists, least_postings, live, [&](const auto& list, const auto& documents) {
        const std::vector<ScoredTerm> terms{{ListShares{list}, 1.0, std::nullopt}};
        const auto best = top_documents({{documents, terms, table}}, of_a_list, never).front();
        slices_.emplace(list.head(),
                        Slice{static_cast<std::uint32_t>(champions_.size()),
                              static_cast<std::uint32_t>(best.size())});
        champions_.insert(champions_.end(), best.begin(), best.end());
    });
}

std::span<const ScoredDocument> Champions::of(const index::PostingList& list) const {
    const auto found = slices_.find(list.head());
    return found == slices_.end()
               ? std::span<const ScoredDocument>()
               : std::span(champions_).subspan(found->second.begin, found->second.size);
}

} // namespace praxis::search
