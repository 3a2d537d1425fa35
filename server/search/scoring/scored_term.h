// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/sets/document_set.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace praxis::search {

// What one leaf of a query adds to the scores of documents: its weight times a share from 0 to 1.
//
// Threads:  Immutable

// The share is BM25's (score_table.h), by the postings of a list of the image.
struct ListShares {
    index::PostingList list;
};

// The shares were worked out: a phrase, a fuzzy word, a word that several lists make up.
struct KnownShares {
    std::vector<std::uint32_t> documents; // ascending
    std::vector<float> shares;
    std::vector<float> maxima; // of each block of 128

    void add(std::uint32_t document, float share);
};

// The share is 1 for all of a set.
struct EqualShares {
    DocumentSet documents;
};

struct ScoredTerm {
    std::variant<ListShares, std::shared_ptr<const KnownShares>, EqualShares> shares;
    double weight = 0;
    // Only these get their share; nothing: all.
    std::optional<DocumentSet> gate;
};

} // namespace praxis::search
