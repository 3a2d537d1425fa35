// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/facet_column.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/facets/upright_counters.h"
#include "server/search/sets/document_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace praxis::search {

// The values of all small facets, a row for each document: one pass over what was found counts all
// of them.
//
// A row has a bit for each value of each small facet. Small are those with the fewest values, as
// many as have room in a row.
//
// Shapes:   facets by number.
// Threads:  Immutable
class FacetRows {
public:
    static constexpr std::size_t words_a_row = 6;
    static constexpr std::size_t bits_a_row = words_a_row * 64;

    using Counts = std::array<std::uint32_t, bits_a_row>;

    FacetRows(const std::vector<FacetColumn>& columns, std::uint32_t documents);

    bool has(std::size_t facet) const { return bits_[facet].has_value(); }

    // How many of the documents have each value of each small facet.
    Counts count(const DocumentSet& documents, const Deadline& deadline) const;

    // A small facet's part of them.
    std::span<const std::uint32_t> of(std::size_t facet, const Counts& counts) const {
        return std::span(counts).subspan(bits_[facet]->first, bits_[facet]->count);
    }

private:
    // A facet's values in a row.
    struct Bits {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    void lay_out(const std::vector<FacetColumn>& columns);
    void fill(const FacetColumn& column, const Bits& bits);

    std::uint32_t documents_;
    std::vector<std::optional<Bits>> bits_; // by facet; nothing: it is not small
    // The rows, one behind the other, and behind the last as much as a counter reads beyond a row.
    std::vector<BitWord> words_;
};

} // namespace praxis::search
