// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/vectors/document_vectors.h"

#include <algorithm>
#include <cmath>

namespace praxis::search {

namespace {

void keep_heaviest(std::vector<StemWeight>& weights, std::size_t count) {
    if (weights.size() > count) {
        std::nth_element(weights.begin(),
                         weights.begin() + static_cast<std::ptrdiff_t>(count),
                         weights.end(),
                         [](const StemWeight& a, const StemWeight& b) {
                             return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
                         });
        weights.resize(count);
    }
    std::sort(weights.begin(), weights.end(), [](const StemWeight& a, const StemWeight& b) {
        return a.stem < b.stem;
    });
}

void scale_to_one(std::vector<StemWeight>& weights) {
    double squares = 0;
    for (const StemWeight& weight : weights)
        squares += double{weight.weight} * weight.weight;
    for (StemWeight& weight : weights)
        weight.weight = static_cast<float>(weight.weight / std::sqrt(squares));
}

} // namespace

DocumentVectors::DocumentVectors(std::vector<std::vector<StemWeight>> weights,
                                 std::size_t stem_count) {
    for (std::vector<StemWeight>& vector : weights) {
        keep_heaviest(vector, most_stems);
        scale_to_one(vector);
        weights_.insert(weights_.end(), vector.begin(), vector.end());
        offsets_.push_back(weights_.size());
        vector = {};
    }
    index_by_stem(stem_count);
}

void DocumentVectors::index_by_stem(std::size_t stem_count) {
    stem_offsets_.assign(stem_count + 1, 0);
    for (const StemWeight& weight : weights_)
        ++stem_offsets_[weight.stem + std::size_t{1}];
    for (std::size_t i = 1; i < stem_offsets_.size(); ++i)
        stem_offsets_[i] += stem_offsets_[i - 1];
    by_stem_.resize(weights_.size());
    std::vector<std::size_t> next(stem_offsets_.begin(), stem_offsets_.end() - 1);
    for (std::uint32_t document = 0; document + std::size_t{1} < offsets_.size(); ++document)
        for (const StemWeight& weight : of(document))
            by_stem_[next[weight.stem]++] = {document, weight.weight};
}

std::vector<Neighbour> DocumentVectors::nearest(std::uint32_t document, std::size_t limit) const {
    std::vector<double> cosines(offsets_.size() - 1, 0);
    for (const StemWeight& weight : of(document))
        for (std::size_t i = stem_offsets_[weight.stem]; i < stem_offsets_[weight.stem + 1]; ++i)
            cosines[by_stem_[i].document] += double{weight.weight} * by_stem_[i].weight;
    cosines[document] = 0;
    std::vector<Neighbour> neighbours;
    for (std::uint32_t other = 0; other < cosines.size(); ++other)
        if (cosines[other] > 0)
            neighbours.push_back({other, cosines[other]});
    const std::size_t kept = std::min(limit, neighbours.size());
    std::partial_sort(neighbours.begin(),
                      neighbours.begin() + static_cast<std::ptrdiff_t>(kept),
                      neighbours.end(),
                      [](const Neighbour& a, const Neighbour& b) {
                          return a.cosine != b.cosine ? a.cosine > b.cosine
                                                      : a.document < b.document;
                      });
    neighbours.resize(kept);
    return neighbours;
}

} // namespace praxis::search
