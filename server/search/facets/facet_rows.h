// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/facet_column.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace praxis::search {

// The values of all small facets, a row for each document: one pass over what was found counts all
// of them.
//
// A facet is small if its ordinals fit in a byte beside the one that stands for nothing, and no
// document has more than eight of its values. Each of a document's values takes a slot of one byte.
//
// Shapes:   facets by number; rows are whole words of eight slots.
// Threads:  Immutable
class FacetRows {
public:
    FacetRows(const std::vector<FacetColumn>& columns, std::uint32_t documents);

    bool has(std::size_t facet) const { return slots_[facet].has_value(); }

    // Those that are small.
    std::vector<std::size_t> facets() const;

    // How many of the documents have each value of each of these facets, which are small.
    std::vector<std::vector<std::uint32_t>> count(std::span<const std::size_t> facets,
                                                  const DocumentSet& documents,
                                                  const Deadline& deadline) const;

private:
    // Where a facet's values stand in a row.
    struct Slots {
        std::size_t first = 0;
        std::size_t count = 0;
        std::size_t values = 0; // of the facet
    };

    void lay_out();
    void fill(const FacetColumn& column, const Slots& slots);
    std::vector<std::uint32_t> added_up(const Slots& slots,
                                        std::span<const std::uint32_t> counters) const;
    std::vector<std::size_t> words_of(std::span<const std::size_t> facets) const;

    std::vector<std::optional<Slots>> slots_; // by facet; nothing: it is not small
    std::size_t words_a_row_ = 0;
    std::vector<std::uint64_t> words_;
};

} // namespace praxis::search
