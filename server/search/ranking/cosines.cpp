// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/cosines.h"

#include "server/search/ranking/number_table.h"

#include <cstdint>
#include <vector>

namespace praxis::search {

namespace {

// A word of one document's vector, and the one before it of the same list.
struct Entry {
    std::uint32_t place = 0; // of the document
    std::uint32_t weight = 0;
    std::uint32_t before = NumberTable::no_value;
};

} // namespace

Cosines::Cosines(std::span<const ScoredDocument> documents, const Snapshot& snapshot)
    : count_(documents.size()), products_(count_ * count_) {
    std::vector<std::span<const index::VectorWord>> vectors;
    std::size_t words = 0;
    for (const ScoredDocument& document : documents) {
        const Snapshot::Place at = snapshot.place(document.document);
        vectors.push_back(at.layer->image().vector(at.document));
        words += vectors.back().size();
    }
    std::vector<Entry> entries;
    entries.reserve(words);
    NumberTable last(words); // entry of each list
    for (std::uint32_t place = 0; place < count_; ++place)
        for (const index::VectorWord& word : vectors[place]) {
            std::uint32_t& newest = last[word.list];
            for (std::uint32_t other = newest; other != NumberTable::no_value;
                 other = entries[other].before)
                products_[place * count_ + entries[other].place] +=
                    word.weight * entries[other].weight;
            entries.push_back({place, word.weight, newest});
            newest = static_cast<std::uint32_t>(entries.size() - 1);
        }
    for (std::size_t left = 0; left < count_; ++left)
        for (std::size_t right = 0; right < left; ++right)
            products_[right * count_ + left] = products_[left * count_ + right];
}

} // namespace praxis::search
