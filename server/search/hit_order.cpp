// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/hit_order.h"

#include <algorithm>
#include <compare>
#include <iterator>
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

std::vector<ScoredDocument>
first_of_layer(const DocumentSet& documents, Sort sort, const Layer& layer, std::size_t count) {
    count = std::min<std::size_t>(count, documents.size());
    if (count == 0)
        return {};
    if (sort == Sort::Title)
        return by_key(documents, count, [ranks = layer.image().title_ranks()](auto document) {
            return std::int64_t{ranks[document]};
        });
    return by_key(documents, count, [dates = layer.image().dates()](auto document) {
        return dates[document] == index::undated ? std::numeric_limits<std::int64_t>::max()
                                                 : std::int64_t{dates[document]};
    });
}

std::vector<std::vector<ScoredDocument>> first_by_score(const LayerSets& documents,
                                                        const Evaluation& evaluation,
                                                        const Snapshot& snapshot,
                                                        std::size_t count,
                                                        const Deadline& deadline,
                                                        bool scored) {
    static const std::vector<ScoredTerm> nothing;
    std::vector<ScoredSet> sets;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Layer& layer = snapshot.layers()[i];
        sets.push_back({documents[i],
                        scored ? evaluation.layers[i].terms : nothing,
                        layer.score_table(),
                        layer.champions()});
    }
    return top_documents(sets, count, deadline);
}

// Whether one of two hits comes before the other where both are of different layers.
bool precedes(const ScoredDocument& left,
              const ScoredDocument& right,
              Sort sort,
              const Snapshot& snapshot) {
    if (left.score != right.score)
        return left.score > right.score;
    const auto column = [&](const ScoredDocument& hit, const auto& value) {
        const Snapshot::Place at = snapshot.place(hit.document);
        return value(at.layer->image(), at.document);
    };
    if (sort == Sort::Title) {
        const auto key = [](const index::Image& image, std::uint32_t document) {
            return image.title_keys()[document];
        };
        if (const auto order = column(left, key) <=> column(right, key); order != 0)
            return order < 0;
    } else if (sort == Sort::DateUp) {
        const auto date = [](const index::Image& image, std::uint32_t document) {
            return std::pair(image.dates()[document] == index::undated, image.dates()[document]);
        };
        if (const auto order = column(left, date) <=> column(right, date); order != 0)
            return order < 0;
    }
    return left.document < right.document;
}

} // namespace

std::vector<ScoredDocument> first_hits(const LayerSets& documents,
                                       Sort sort,
                                       const Evaluation& evaluation,
                                       const Snapshot& snapshot,
                                       std::size_t count,
                                       const Deadline& deadline) {
    std::vector<std::vector<ScoredDocument>> layers;
    if (sort == Sort::Title || sort == Sort::DateUp)
        for (std::size_t i = 0; i < documents.size(); ++i)
            layers.push_back(first_of_layer(documents[i], sort, snapshot.layers()[i], count));
    else
        layers = first_by_score(
            documents, evaluation, snapshot, count, deadline, sort == Sort::Relevance);
    if (layers.size() == 1)
        return std::move(layers.front());
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (ScoredDocument& hit : layers[i])
            hit.document = snapshot.numbers().number({i, hit.document});
    std::vector<ScoredDocument> first;
    std::ranges::merge(layers[0],
                       layers[1],
                       std::back_inserter(first),
                       [&](const ScoredDocument& left, const ScoredDocument& right) {
                           return precedes(left, right, sort, snapshot);
                       });
    first.resize(std::min(first.size(), count));
    return first;
}

} // namespace praxis::search
