// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/cosines.h"

#include <algorithm>

namespace praxis::search {

namespace {

struct Entry {
    std::uint32_t list = 0;
    std::uint32_t place = 0; // of the document
    std::uint32_t weight = 0;
};

} // namespace

Cosines::Cosines(std::span<const ScoredDocument> documents, const Snapshot& snapshot)
    : count_(documents.size()), products_(count_ * count_) {
    std::vector<Entry> entries;
    for (std::uint32_t place = 0; place < count_; ++place) {
        const Snapshot::Place at = snapshot.place(documents[place].document);
        for (const index::VectorWord& word : at.layer->image().vector(at.document))
            entries.push_back({word.list, place, word.weight});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
        return left.list < right.list;
    });
    for (auto first = entries.begin(); first != entries.end();) {
        const auto last = std::find_if(
            first, entries.end(), [&](const Entry& entry) { return entry.list != first->list; });
        for (auto left = first; left != last; ++left)
            for (auto right = first; right != last; ++right)
                products_[left->place * count_ + right->place] += left->weight * right->weight;
        first = last;
    }
}

} // namespace praxis::search
