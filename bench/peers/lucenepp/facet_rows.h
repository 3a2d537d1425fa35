// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <lucene++/LuceneHeaders.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace praxis::bench {

// The values of some facets of every document, packed so that counting reads one row a hit: what
// Lucene++ lacks, made as an application on it would make it.
//
// Threads:  Thread-compatible (the counts are kept between calls)
class FacetRows {
public:
    FacetRows(const Lucene::IndexReaderPtr& reader, const std::vector<std::string>& facets);

    // Of each facet the ten highest counts among the hits, added up.
    std::uint64_t sum_of_counts(const std::vector<std::uint32_t>& hits);

private:
    struct Facet {
        std::size_t first = 0; // of its values' numbers
        std::size_t end = 0;
    };

    void read_facet(const Lucene::IndexReaderPtr& reader,
                    const std::string& facet,
                    std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);

    std::vector<Facet> facets_;
    std::vector<bool> is_below_;       // of each value: a topic's lower level
    std::vector<std::uint32_t> begin_; // of each document's row; one more at the end
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> counts_;
};

} // namespace praxis::bench
