// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/label_matching.h"

#include "server/search/sets/set_operations.h"

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

DocumentSet documents_with_value(const PlannedLeaf& leaf, const Snapshot& snapshot) {
    const FacetColumn& column = snapshot.facets()[*leaf.facet];
    std::vector<DocumentSet> sets;
    const std::optional<Ordinal> value = column.find(leaf.value);
    if (value)
        sets.push_back(column.documents(*value));
    if (!leaf.labels)
        return union_of(sets, snapshot.document_count());
    const FacetLabels::Tokens& labels = snapshot.labels(*leaf.facet);
    for (Ordinal ordinal = 0; ordinal < labels.size(); ++ordinal) {
        const auto spans = spans_in(
            labels[ordinal], leaf.lattice, schemas::FieldAnalyzer::Text, snapshot.dictionary());
        if (!match_lattice(leaf.lattice, {spans.begin(), spans.end()}).empty())
            sets.push_back(column.documents(ordinal));
    }
    return union_of(sets, snapshot.document_count());
}

} // namespace praxis::search
