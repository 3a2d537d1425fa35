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

namespace {

// All words of a label are known to the layer that the label comes from: what matches in any layer
// matches.
bool matches_label(const std::vector<analyzers::Token>& label,
                   std::size_t leaf,
                   const Plans& plans,
                   const Snapshot& snapshot) {
    for (std::size_t layer = 0; layer < plans.size(); ++layer) {
        const Lattice& lattice = plans[layer].leaves[leaf].lattice;
        const auto spans = spans_in(
            label, lattice, schemas::FieldAnalyzer::Text, snapshot.layers()[layer].dictionary());
        if (!match_lattice(lattice, {spans.begin(), spans.end()}).empty())
            return true;
    }
    return false;
}

} // namespace

void find_labelled(Plans& plans, const Snapshot& snapshot) {
    for (std::size_t leaf = 0; leaf < plans.front().leaves.size(); ++leaf) {
        if (!plans.front().leaves[leaf].labels)
            continue;
        const std::size_t facet = *plans.front().leaves[leaf].facet;
        const FacetLabels::Tokens& labels = snapshot.labels(facet);
        std::vector<bool> matches;
        for (const auto& label : labels)
            matches.push_back(matches_label(label, leaf, plans, snapshot));
        for (std::size_t layer = 0; layer < plans.size() && !labels.empty(); ++layer)
            for (Ordinal value = 0; value < snapshot.layers()[layer].facets()[facet].size();
                 ++value)
                if (matches[snapshot.facets()[facet].of(layer, value)])
                    plans[layer].leaves[leaf].labelled.push_back(value);
    }
}

DocumentSet documents_with_value(const PlannedLeaf& leaf, const Layer& layer) {
    const FacetColumn& column = layer.facets()[*leaf.facet];
    std::vector<DocumentSet> sets;
    if (const std::optional<Ordinal> value = column.find(leaf.value))
        sets.push_back(column.documents(*value));
    for (const Ordinal value : leaf.labelled)
        sets.push_back(column.documents(value));
    return union_of(sets, layer.document_count());
}

} // namespace praxis::search
