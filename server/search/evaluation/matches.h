// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

// The documents that a part of a query matches, each with what the part adds to its score.
//
// Shapes:   documents ascend; as many scores as documents.
// Threads:  Thread-compatible
struct Matches {
    std::vector<std::uint32_t> documents;
    std::vector<double> scores;

    void add(std::uint32_t document, double score) {
        documents.push_back(document);
        scores.push_back(score);
    }
};

// The documents, each with score 0.
Matches unscored(std::vector<std::uint32_t> documents);

// Those in both; the scores add up.
Matches both_of(const Matches& left, const Matches& right);

// Those in at least `needed` of them, out of `universe`; the scores add up in their order.
// With `needed` 0 that is the whole universe. Documents are below `limit`.
Matches at_least(std::size_t needed,
                 const std::vector<Matches>& parts,
                 const std::vector<std::uint32_t>& universe,
                 std::uint32_t limit);

// Those of `matches` that are not in `excluded`.
Matches without(const Matches& matches, const Matches& excluded);

} // namespace praxis::search
