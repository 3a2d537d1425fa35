// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/similarity_section.h"

#include "index/image/image_sections.h"
#include "index/image/length_code.h"
#include "index/image/neighbour_search.h"

#include <algorithm>
#include <cmath>

namespace praxis::index {

namespace {

constexpr std::size_t vector_words = 48;
constexpr double k1 = 1.2;
constexpr double b = 0.6;
constexpr std::size_t codes = 256;

bool is_heavier(const auto& left, const auto& right) {
    return left.weight != right.weight ? left.weight > right.weight : left.list < right.list;
}

} // namespace

SimilaritySection::SimilaritySection(std::span<const std::uint8_t> lengths, const Measure& measure)
    : lengths_(lengths), documents_(measure.documents), norms_(codes),
      heaviest_(lengths.size() * vector_words), sizes_(lengths.size()) {
    const double average =
        measure.total_length > 0 ? measure.total_length / static_cast<double>(documents_) : 1.0;
    for (std::size_t code = 0; code < codes; ++code) {
        const double relative = decoded_length(static_cast<std::uint8_t>(code)) / average;
        norms_[code] = static_cast<float>(k1 * (1 - b + b * relative) * frequency_unit);
    }
}

bool SimilaritySection::is_telling(std::size_t documents) const {
    return documents > 1 && documents * 4 <= documents_;
}

void SimilaritySection::add(std::uint32_t list,
                            std::span<const PostingInput> postings,
                            std::size_t documents) {
    const auto count = static_cast<double>(documents_);
    const auto matching = static_cast<double>(documents);
    const auto idf = static_cast<float>(std::log1p((count - matching + 0.5) / (matching + 0.5)));
    for (const PostingInput& posting : postings) {
        const auto frequency = static_cast<float>(posting.frequency);
        const float norm = norms_[lengths_[posting.document]];
        keep_heaviest(posting.document, {list, idf * frequency / (frequency + norm)});
    }
}

// A heap with the lightest word in front.
void SimilaritySection::keep_heaviest(std::uint32_t document, Weighed word) {
    const auto first = heaviest_.begin() + static_cast<std::ptrdiff_t>(document * vector_words);
    std::uint8_t& size = sizes_[document];
    if (size == vector_words) {
        if (!is_heavier(word, *first))
            return;
        std::pop_heap(first, first + size, is_heavier<Weighed, Weighed>);
        --size;
    }
    first[size++] = word;
    std::push_heap(first, first + size, is_heavier<Weighed, Weighed>);
}

// Vectors of length 1, their words in the order of the lists, weights in 255ths.
void SimilaritySection::scale_vectors() {
    offsets_ = {0};
    for (std::size_t document = 0; document < sizes_.size(); ++document) {
        const auto first = heaviest_.begin() + static_cast<std::ptrdiff_t>(document * vector_words);
        const auto last = first + sizes_[document];
        std::sort(first, last, [](const Weighed& left, const Weighed& right) {
            return left.list < right.list;
        });
        double squares = 0;
        for (auto word = first; word != last; ++word)
            squares += static_cast<double>(word->weight) * word->weight;
        for (auto word = first; word != last; ++word)
            words_.push_back({word->list,
                              static_cast<std::uint32_t>(
                                  std::lround(word->weight / std::sqrt(squares) * vector_unit))});
        offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
    }
    heaviest_ = {};
}

void SimilaritySection::find_neighbours() {
    scale_vectors();
    neighbours_ = nearest_neighbours(words_, offsets_);
}

void SimilaritySection::leave_alone() {
    scale_vectors();
    neighbours_.resize(lengths_.size() * max_neighbours);
}

void SimilaritySection::write(SectionWriter& file) const {
    file.section(image_section::vector_offsets, offsets_);
    file.section(image_section::vector_words, words_);
    file.section(image_section::neighbours, neighbours_);
}

} // namespace praxis::index
