// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The values of one facet, and which of them every document has.
//
// In a hierarchical facet a document has each of its values and all that lie above them, each
// once: so that a value includes what lies below it, and an ancestor counts a publication once.
//
// Shapes:   values are numbered in the order of their bytes; a document's values ascend.
// Threads:  Immutable

using Ordinal = std::uint32_t;

constexpr Ordinal no_ordinal = 0xFFFFFFFF;

struct FacetEntry {
    std::string value;
    std::string label;            // the commonest that publications give, then the first by bytes
    Ordinal parent = no_ordinal;  // the value above it
    std::uint32_t label_rank = 0; // by collation, odd; equal labels have equal ranks
    std::optional<int> number;    // of a range facet's values
};

class FacetColumn {
public:
    const schemas::Facet& facet() const { return *facet_; }

    const std::vector<FacetEntry>& entries() const { return entries_; }

    std::optional<Ordinal> find(std::string_view value) const;

    // Where a label that no value has would stand: even between two ranks; odd if it is one's.
    // `key` is its collation key.
    std::uint32_t rank_of_label(std::string_view key) const;

    std::span<const Ordinal> of(std::uint32_t document) const {
        return std::span(ordinals_).subspan(offsets_[document],
                                            offsets_[document + 1] - offsets_[document]);
    }

private:
    friend class FacetColumnBuilder;

    const schemas::Facet* facet_ = nullptr;
    std::vector<FacetEntry> entries_;
    std::vector<std::size_t> offsets_; // by document, one more than there are
    std::vector<Ordinal> ordinals_;
    std::vector<Ordinal> by_label_; // one value of each rank, in the ranks' order
};

// Threads:  Thread-compatible
// Lifetime: the facet must outlive the column.
class FacetColumnBuilder {
public:
    explicit FacetColumnBuilder(const schemas::Facet& facet) : facet_(facet) {}

    // Documents ascend; those that are not added have no values.
    void add(std::uint32_t document, const schemas::Publication& publication);

    FacetColumn build(std::uint32_t document_limit) const;

private:
    struct Seen {
        std::uint32_t number = 0; // in order of first sight
        std::map<std::string, std::uint32_t> labels;
    };

    std::uint32_t see(const std::string& value, const std::string& label);
    void fill_entries(FacetColumn& column, std::vector<Ordinal>& ordinal_of) const;

    const schemas::Facet& facet_;
    std::map<std::string, Seen> seen_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_; // document, number of a value
};

} // namespace praxis::search
