// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/columns/facet_values.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace praxis::search {

// The words of facets' labels, cut into tokens when a query first asks for a facet's.
//
// Few queries do (`lens:research`), and cutting all labels would make opening a generation slow.
//
// Threads:  Thread-safe
// Lifetime: `analyzers` must outlive it.
class FacetLabels {
public:
    using Tokens = std::vector<std::vector<analyzers::Token>>; // by ordinal

    FacetLabels(std::size_t facets, const analyzers::AnalyzerSet& analyzers);

    // Of the facet of that number; empty if it is also a field of text, or a range.
    const Tokens& of(const FacetValues& values, std::size_t facet, bool is_field) const;

private:
    struct Facet {
        std::once_flag read;
        Tokens tokens;
    };

    const analyzers::AnalyzerSet& analyzers_;
    std::unique_ptr<Facet[]> facets_;
};

} // namespace praxis::search
