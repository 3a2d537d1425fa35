// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_rows.h"

#include <algorithm>
#include <numeric>

namespace praxis::search {

FacetRows::FacetRows(const std::vector<FacetColumn>& columns, std::uint32_t documents)
    : documents_(documents), bits_(columns.size()),
      words_(documents * words_a_row + UprightCounters::words - words_a_row) {
    lay_out(columns);
    for (std::size_t facet = 0; facet < columns.size(); ++facet)
        if (bits_[facet])
            fill(columns[facet], *bits_[facet]);
}

void FacetRows::lay_out(const std::vector<FacetColumn>& columns) {
    std::vector<std::size_t> by_size(columns.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::ranges::stable_sort(by_size, {}, [&](std::size_t facet) { return columns[facet].size(); });
    std::size_t end = 0;
    for (const std::size_t facet : by_size) {
        const std::size_t values = columns[facet].size();
        if (end + values > bits_a_row)
            return;
        bits_[facet] = {end, values};
        end += values;
    }
}

void FacetRows::fill(const FacetColumn& column, const Bits& bits) {
    for (std::uint32_t document = 0; document < documents_; ++document)
        for (const Ordinal value : column.of(document)) {
            const std::size_t bit = bits.first + value;
            words_[document * words_a_row + bit / 64] |= BitWord{1} << (bit % 64);
        }
}

FacetRows::Counts FacetRows::count(const DocumentSet& documents, const Deadline& deadline) const {
    UprightCounters counters;
    std::array<const BitWord*, 128> rows; // that wait to be counted
    std::size_t waiting = 0;
    constexpr std::uint32_t stretch = 1U << 16U;
    for (std::uint32_t begin = 0; begin < documents.limit() && !deadline.passed();) {
        const std::uint32_t end = begin + std::min(stretch, documents.limit() - begin);
        documents.for_each(begin, end, [&](std::uint32_t document) {
            const BitWord* const row = &words_[document * words_a_row];
            __builtin_prefetch(row); // of many rows few are at hand
            __builtin_prefetch(row + words_a_row - 1);
            rows[waiting++] = row;
            if (waiting == rows.size()) {
                counters.add(rows);
                waiting = 0;
            }
        });
        begin = end;
    }
    counters.add(std::span(rows).first(waiting));
    const UprightCounters::Counts counted = counters.counts();
    Counts counts;
    std::copy_n(counted.begin(), counts.size(), counts.begin());
    return counts;
}

} // namespace praxis::search
