// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/hit_order.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace praxis::search {

namespace {

// The first `count` by the smallest key, then the smallest document.
template <typename KeyOf>
std::vector<ScoredDocument>
by_key(const DocumentSet& documents, std::size_t count, const KeyOf& key_of) {
    using Keyed = std::pair<std::int64_t, std::uint32_t>;
    std::vector<Keyed> heap; // the last of the first at its front
    documents.for_each([&](std::uint32_t document) {
        const Keyed next{key_of(document), document};
        if (heap.size() == count) {
            if (next > heap.front())
                return;
            std::pop_heap(heap.begin(), heap.end());
            heap.pop_back();
        }
        heap.push_back(next);
        std::push_heap(heap.begin(), heap.end());
    });
    std::sort_heap(heap.begin(), heap.end());
    std::vector<ScoredDocument> first;
    for (const auto& [key, document] : heap)
        first.push_back({document, 0});
    return first;
}

} // namespace

std::vector<ScoredDocument> first_hits(const DocumentSet& documents,
                                       Sort sort,
                                       const std::vector<ScoredTerm>& terms,
                                       const Snapshot& snapshot,
                                       std::size_t count,
                                       const Deadline& deadline) {
    count = std::min<std::size_t>(count, documents.size());
    const index::Image& image = snapshot.image();
    if (count == 0)
        return {};
    if (sort == Sort::Title)
        return by_key(documents, count, [ranks = image.title_ranks()](std::uint32_t document) {
            return std::int64_t{ranks[document]};
        });
    if (sort == Sort::DateUp)
        return by_key(documents, count, [dates = image.dates()](std::uint32_t document) {
            return dates[document] == index::undated ? std::numeric_limits<std::int64_t>::max()
                                                     : std::int64_t{dates[document]};
        });
    return top_documents(documents,
                         sort == Sort::Relevance ? terms : std::vector<ScoredTerm>(),
                         snapshot.score_table(),
                         count,
                         deadline);
}

} // namespace praxis::search
