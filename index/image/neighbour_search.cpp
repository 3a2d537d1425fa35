// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/neighbour_search.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace praxis::index {

namespace {

constexpr std::size_t budget = 16'384; // postings a vector
constexpr std::size_t vectors_a_turn = 256;

struct Place {
    std::uint32_t document = 0;
    std::uint32_t weight = 0;
};

// The vectors by word.
class InvertedVectors {
public:
    InvertedVectors(std::span<const VectorWord> words, std::span<const std::uint32_t> offsets) {
        std::uint32_t lists = 0;
        for (const VectorWord& word : words)
            lists = std::max(lists, word.list + 1);
        ends_.resize(std::size_t{lists} + 1);
        for (const VectorWord& word : words)
            ++ends_[word.list + 1];
        for (std::size_t list = 1; list < ends_.size(); ++list)
            ends_[list] += ends_[list - 1];
        places_.resize(words.size());
        std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
        for (std::uint32_t document = 0; document + 1 < offsets.size(); ++document)
            for (std::uint32_t at = offsets[document]; at < offsets[document + 1]; ++at)
                places_[next[words[at].list]++] = {document, words[at].weight};
    }

    std::span<const Place> of(std::uint32_t list) const {
        return std::span(places_).subspan(ends_[list], ends_[list + 1] - ends_[list]);
    }

private:
    std::vector<std::uint32_t> ends_;
    std::vector<Place> places_;
};

// Searches one vector after the other; its buffers are kept.
class NeighbourSearch {
public:
    NeighbourSearch(const InvertedVectors& inverted, std::size_t documents)
        : inverted_(inverted), products_(documents) {}

    void run(std::uint32_t document, std::span<const VectorWord> vector, std::span<Neighbour> out) {
        add_up(vector);
        products_[document] = 0;
        std::erase_if(touched_, [&](std::uint32_t other) { return products_[other] == 0; });
        const auto is_nearer = [&](std::uint32_t left, std::uint32_t right) {
            return products_[left] != products_[right] ? products_[left] > products_[right]
                                                       : left < right;
        };
        const std::size_t count = std::min(out.size(), touched_.size());
        std::partial_sort(touched_.begin(),
                          touched_.begin() + static_cast<std::ptrdiff_t>(count),
                          touched_.end(),
                          is_nearer);
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += products_[touched_[i]];
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = i < count
                         ? Neighbour{touched_[i], static_cast<float>(products_[touched_[i]] / sum)}
                         : Neighbour{};
        for (const std::uint32_t other : touched_)
            products_[other] = 0;
        touched_.clear();
    }

private:
    void add_up(std::span<const VectorWord> vector) {
        rarest_.assign(vector.begin(), vector.end());
        std::sort(
            rarest_.begin(), rarest_.end(), [&](const VectorWord& left, const VectorWord& right) {
                const std::size_t l = inverted_.of(left.list).size();
                const std::size_t r = inverted_.of(right.list).size();
                return l != r ? l < r : left.list < right.list;
            });
        std::size_t read = 0;
        for (const VectorWord& word : rarest_) {
            const auto places = inverted_.of(word.list);
            if (read > 0 && read + places.size() > budget)
                return;
            read += places.size();
            for (const Place& place : places) {
                if (products_[place.document] == 0)
                    touched_.push_back(place.document);
                products_[place.document] += word.weight * place.weight;
            }
        }
    }

    const InvertedVectors& inverted_;
    std::vector<std::uint32_t> products_;
    std::vector<std::uint32_t> touched_;
    std::vector<VectorWord> rarest_;
};

} // namespace

std::vector<Neighbour> nearest_neighbours(std::span<const VectorWord> words,
                                          std::span<const std::uint32_t> offsets) {
    const std::size_t documents = offsets.size() - 1;
    const InvertedVectors inverted(words, offsets);
    std::vector<Neighbour> all(documents * max_neighbours);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        NeighbourSearch search(inverted, documents);
        for (;;) {
            const std::size_t first = next.fetch_add(vectors_a_turn);
            if (first >= documents)
                return;
            for (std::size_t d = first; d < std::min(first + vectors_a_turn, documents); ++d)
                search.run(static_cast<std::uint32_t>(d),
                           words.subspan(offsets[d], offsets[d + 1] - offsets[d]),
                           std::span(all).subspan(d * max_neighbours, max_neighbours));
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        threads.emplace_back(work);
    work();
    threads.clear();
    return all;
}

} // namespace praxis::index
