// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/reordering.h"

#include "server/search/ranking/cosines.h"
#include "server/search/ranking/number_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace praxis::search {

namespace {

constexpr double neighbours_share = 0.15;
constexpr double likes_share = 0.3;
constexpr std::size_t regularised_documents = 50;
constexpr std::size_t likes = 10;

// Scores flow along the neighbour graph, which is the base's: a publication that was replaced since
// is where it was, a new one is nowhere. Publications that were not found have none to give.
void spread(std::vector<ScoredDocument>& ranked, const Snapshot& snapshot) {
    const index::Image& base = snapshot.layers().front().image();
    NumberTable places(ranked.size()); // by the base's documents
    std::vector<std::optional<std::uint32_t>> in_base;
    std::vector<double> scores;
    for (const ScoredDocument& found : ranked) {
        in_base.push_back(snapshot.in_base(found.document));
        if (in_base.back())
            places[*in_base.back()] = static_cast<std::uint32_t>(scores.size());
        scores.push_back(found.score);
    }
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (!in_base[i])
            continue;
        const std::span<const index::Neighbour> neighbours = base.neighbours(*in_base[i]);
        if (neighbours.front().document == index::Neighbour::no_neighbour)
            continue;
        double received = 0;
        for (const index::Neighbour& neighbour : neighbours)
            if (const std::uint32_t other = places.find(neighbour.document);
                other != NumberTable::no_value)
                received += static_cast<double>(neighbour.share) * scores[other];
        ranked[i].score = (1 - neighbours_share) * scores[i] + neighbours_share * received;
    }
}

// The average score of the most like ones, by how like they are; nothing like it: its own.
double score_of_likes(std::size_t self,
                      std::span<const std::uint32_t> products,
                      std::span<const ScoredDocument> first) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (i != self && products[i] > 0)
            others.push_back(i);
    const auto count = static_cast<std::ptrdiff_t>(std::min(likes, others.size()));
    std::partial_sort(others.begin(),
                      others.begin() + count,
                      others.end(),
                      [&](std::size_t left, std::size_t right) {
                          return products[left] != products[right]
                                     ? products[left] > products[right]
                                     : left < right;
                      });
    double sum = 0;
    double weights = 0;
    for (auto other = others.begin(); other != others.begin() + count; ++other) {
        sum += products[*other] * first[*other].score;
        weights += products[*other];
    }
    return weights > 0 ? sum / weights : first[self].score;
}

// The lowest of the first stays where it was, so that all stay above those behind.
void regularise(std::span<ScoredDocument> first, const Snapshot& snapshot) {
    const Cosines cosines(first, snapshot);
    std::vector<double> scores;
    for (std::size_t i = 0; i < first.size(); ++i)
        scores.push_back((1 - likes_share) * first[i].score +
                         likes_share * score_of_likes(i, cosines.of(i), first));
    const double shift = first.back().score - *std::min_element(scores.begin(), scores.end());
    for (std::size_t i = 0; i < first.size(); ++i)
        first[i].score = scores[i] + shift;
    sort_first(first, first.size());
}

} // namespace

void sort_first(std::span<ScoredDocument> documents, std::size_t count) {
    const auto end =
        documents.begin() + static_cast<std::ptrdiff_t>(std::min(count, documents.size()));
    std::ranges::partial_sort(
        documents, end, [](const ScoredDocument& left, const ScoredDocument& right) {
            return left.score != right.score ? left.score > right.score
                                             : left.document < right.document;
        });
}

void reorder(std::vector<ScoredDocument>& ranked, std::size_t count, const Snapshot& snapshot) {
    if (ranked.size() < 2)
        return;
    const schemas::RankingSettings& settings = snapshot.library().ranking;
    if (settings.neighbours)
        spread(ranked, snapshot);
    sort_first(ranked, std::max(count, regularised_documents));
    if (settings.likeness)
        regularise(std::span(ranked).first(std::min(regularised_documents, ranked.size())),
                   snapshot);
}

} // namespace praxis::search
