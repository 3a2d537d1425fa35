// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/facet_labels.h"

#include "server/search/query/query_settling.h"

namespace praxis::search {

FacetLabels::FacetLabels(std::size_t facets, const analyzers::AnalyzerSet& analyzers)
    : analyzers_(analyzers), facets_(std::make_unique<Facet[]>(facets)) {}

const FacetLabels::Tokens&
FacetLabels::of(const FacetValues& values, std::size_t facet, bool is_field) const {
    Facet& labels = facets_[facet];
    if (is_field || values.facet().shape == schemas::FacetShape::Range)
        return labels.tokens;
    std::call_once(labels.read, [&] {
        for (Ordinal ordinal = 0; ordinal < values.size(); ++ordinal)
            labels.tokens.push_back(query_tokens(values.label(ordinal), analyzers_));
    });
    return labels.tokens;
}

} // namespace praxis::search
