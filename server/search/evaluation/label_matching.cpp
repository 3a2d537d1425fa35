// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/label_matching.h"

#include <algorithm>

namespace praxis::search {

std::vector<std::vector<Span>> spans_in(const std::vector<analyzers::Token>& tokens,
                                        const Lattice& lattice,
                                        schemas::FieldAnalyzer analyzer,
                                        const Dictionary& dictionary) {
    std::vector<std::vector<Span>> spans(lattice.edges.size());
    for (const analyzers::Token& token : tokens) {
        const std::optional<Form> form = dictionary.find(token.text);
        for (std::size_t e = 0; form && e < spans.size(); ++e)
            if (lattice.edges[e].forms.edits(*form, analyzer))
                spans[e].push_back({token.position, token.position + token.span});
    }
    for (std::vector<Span>& edge : spans)
        std::sort(edge.begin(), edge.end());
    return spans;
}

std::vector<std::uint32_t> documents_with_value(const PlannedLeaf& leaf, const Snapshot& snapshot) {
    const FacetColumn& column = snapshot.facets()[*leaf.facet];
    std::vector<bool> wanted(column.entries().size(), false);
    if (const std::optional<Ordinal> value = column.find(leaf.value))
        wanted[*value] = true;
    const auto& labels = snapshot.labels(*leaf.facet);
    for (std::size_t ordinal = 0; leaf.labels && ordinal < labels.size(); ++ordinal) {
        const auto spans = spans_in(
            labels[ordinal], leaf.lattice, schemas::FieldAnalyzer::Text, snapshot.dictionary());
        if (!match_lattice(leaf.lattice, {spans.begin(), spans.end()}).empty())
            wanted[ordinal] = true;
    }
    std::vector<std::uint32_t> documents;
    for (const std::uint32_t document : snapshot.publications().live)
        if (const auto values = column.of(document);
            std::any_of(values.begin(), values.end(), [&](Ordinal v) { return wanted[v]; }))
            documents.push_back(document);
    return documents;
}

} // namespace praxis::search
