// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::search {

// How like each of some publications is to each other: the cosines of their vectors, times 255
// squared.
//
// The words of all vectors are brought together, and each adds to the pairs that share it: far
// less work than comparing all pairs.
//
// Threads:  Immutable
class Cosines {
public:
    Cosines(std::span<const ScoredDocument> documents, const Snapshot& snapshot);

    // Of the i-th document with each; with itself: 0.
    std::span<const std::uint32_t> of(std::size_t i) const {
        return std::span(products_).subspan(i * count_, count_);
    }

private:
    std::size_t count_;
    std::vector<std::uint32_t> products_;
};

} // namespace praxis::search
