// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"
#include "index/image/posting_lists.h"
#include "index/image/section_file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::index {

// What every publication is about, while an image is made: its heaviest words as a vector, and the
// publications whose vectors are nearest (Image::vector, Image::neighbours).
//
// A word weighs in a publication what it would add to its score (BM25F, the same constants as in
// ranking). The heaviest 32 are kept: more was measured to add nothing. Words of one publication
// alone, and those of more than a quarter of all, say nothing about likeness and are left out.
//
// Threads:  Thread-compatible
// Source:   docs/relevance.md
class SimilaritySection {
public:
    // The length code of every document, and the sum of what the codes stand for.
    SimilaritySection(std::span<const std::uint8_t> lengths, double total_length);

    // Whether a word that so many documents have says anything.
    bool is_telling(std::size_t documents) const;

    // The postings of one word; `list` is its posting list's number. Each word once, in any order.
    void add(std::uint32_t list, std::span<const PostingInput> postings);

    // Finds the neighbours; nothing may be added afterwards.
    void settle();

    void write(SectionWriter& file) const;

private:
    struct Weighed {
        std::uint32_t list = 0;
        float weight = 0;
    };

    void keep_heaviest(std::uint32_t document, Weighed word);
    void scale_vectors();

    std::span<const std::uint8_t> lengths_;
    std::vector<float> norms_; // by length code
    std::vector<Weighed> heaviest_;
    std::vector<std::uint8_t> sizes_; // of heaviest_, by document
    std::vector<std::uint32_t> offsets_;
    std::vector<VectorWord> words_;
    std::vector<Neighbour> neighbours_;
};

} // namespace praxis::index
