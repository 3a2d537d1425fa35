// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::search {

// What each publication is about, as its heaviest stems: unit vectors that can be compared.
//
// A stem weighs in a publication what BM25 would give it there, idf included; the 32 heaviest are
// kept and scaled to length 1. The cosine of two vectors is then the sum over their common stems.
// The same vectors serve related publications and the ranking's graph of neighbours.
//
// Shapes:   weights ascend by stem within a document, descend in no order; a document without
//           words has none.
// Threads:  Immutable
// Source:   docs/related.md

using Stem = std::uint32_t;

struct StemWeight {
    Stem stem = 0;
    float weight = 0;
};

// A document and its cosine to another.
struct Neighbour {
    std::uint32_t document = 0;
    double cosine = 0;
};

class DocumentVectors {
public:
    static constexpr std::size_t most_stems = 32;

    DocumentVectors() = default;

    // By document: all stems with their weights, of any length and in any order.
    DocumentVectors(std::vector<std::vector<StemWeight>> weights, std::size_t stem_count);

    std::span<const StemWeight> of(std::uint32_t document) const {
        return std::span(weights_).subspan(offsets_[document],
                                           offsets_[document + 1] - offsets_[document]);
    }

    // The documents with the highest cosines to this one, without itself; equal ones by number.
    std::vector<Neighbour> nearest(std::uint32_t document, std::size_t limit) const;

private:
    struct Entry {
        std::uint32_t document = 0;
        float weight = 0;
    };

    void index_by_stem(std::size_t stem_count);

    std::vector<std::size_t> offsets_{0}; // by document, one more than there are
    std::vector<StemWeight> weights_;
    std::vector<std::size_t> stem_offsets_;
    std::vector<Entry> by_stem_;
};

} // namespace praxis::search
