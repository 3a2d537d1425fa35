// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/aids/made_once.h"
#include "server/search/columns/facet_values.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace praxis::search {

// The exact forms of the labels that are shown where there is a delta: by itself neither image
// knows which these are. Made when a pattern or a slip first asks.
//
// Threads:  Thread-safe
// Lifetime: what it is made of must outlive it.
class ShownLabels {
public:
    ShownLabels(const schemas::Library& library,
                const std::vector<FacetValues>& facets,
                const analyzers::AnalyzerSet& analyzers)
        : library_(library), facets_(facets), analyzers_(analyzers) {}

    bool contain(std::string_view form) const;

private:
    using Forms = std::unordered_set<std::string>;

    Forms forms() const;

    const schemas::Library& library_;
    const std::vector<FacetValues>& facets_;
    const analyzers::AnalyzerSet& analyzers_;
    MadeOnce<Forms> made_;
};

} // namespace praxis::search
