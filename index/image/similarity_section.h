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
// ranking). The heaviest 48 are kept: with 32 the order is measurably worse, with more no better.
// Words of one publication alone, and those of more than a quarter of all, say nothing about
// likeness and are left out.
//
// Threads:  Thread-compatible
// Source:   docs/relevance.md
class SimilaritySection {
public:
    // What rarity and length are judged by: the documents, and the sum of their lengths, of the
    // image itself, or of a delta's base.
    struct Measure {
        std::size_t documents = 0;
        double total_length = 0;
    };

    // `lengths`: the length code of every document.
    SimilaritySection(std::span<const std::uint8_t> lengths, const Measure& measure);

    // Whether a word that so many documents of the measure have says anything.
    bool is_telling(std::size_t documents) const;

    // The postings of one word, which so many documents of the measure have; `list` is its posting
    // list's number. Each word once, in any order.
    void add(std::uint32_t list, std::span<const PostingInput> postings, std::size_t documents);

    // Nothing may be added afterwards.
    void find_neighbours();
    void leave_alone(); // without neighbours

    void write(SectionWriter& file) const;

private:
    struct Weighed {
        std::uint32_t list = 0;
        float weight = 0;
    };

    void keep_heaviest(std::uint32_t document, Weighed word);
    void scale_vectors();

    std::span<const std::uint8_t> lengths_;
    std::size_t documents_;    // of the measure
    std::vector<float> norms_; // by length code
    std::vector<Weighed> heaviest_;
    std::vector<std::uint8_t> sizes_; // of heaviest_, by document
    std::vector<std::uint32_t> offsets_;
    std::vector<VectorWord> words_;
    std::vector<Neighbour> neighbours_;
};

} // namespace praxis::index
