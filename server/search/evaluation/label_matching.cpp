// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/label_matching.h"

#include "server/search/sets/set_operations.h"

#include <algorithm>

namespace praxis::search {

LatticeForms::LatticeForms(const Lattice& lattice, const Dictionary& dictionary) {
    for (const LatticeEdge& edge : lattice.edges)
        for (const auto* forms : {&edge.forms.in_text, &edge.forms.in_names})
            for (const FormAt& at : *forms)
                forms_.emplace(dictionary.text(at.form), at.form);
}

std::optional<Form> LatticeForms::find(std::string_view text) const {
    const auto found = forms_.find(text);
    return found == forms_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::vector<Span>> spans_in(const std::vector<analyzers::Token>& tokens,
                                        const Lattice& lattice,
                                        schemas::FieldAnalyzer analyzer,
                                        const LatticeForms& forms) {
    std::vector<std::vector<Span>> spans(lattice.edges.size());
    for (const analyzers::Token& token : tokens) {
        const std::optional<Form> form = forms.find(token.text);
        for (std::size_t e = 0; form && e < spans.size(); ++e)
            if (lattice.edges[e].forms.edits(*form, analyzer))
                spans[e].push_back({token.position, token.position + token.span});
    }
    for (std::vector<Span>& edge : spans)
        std::sort(edge.begin(), edge.end());
    return spans;
}

namespace {

// A leaf as each layer knows it.
class LeafInLayers {
public:
    LeafInLayers(std::size_t leaf, const Plans& plans, const Snapshot& snapshot) {
        for (std::size_t layer = 0; layer < plans.size(); ++layer) {
            lattices_.push_back(&plans[layer].leaves[leaf].lattice);
            forms_.emplace_back(*lattices_.back(), snapshot.layers()[layer].dictionary());
        }
    }

    // All words of a label are known to the layer that the label comes from: what matches in any
    // layer matches.
    bool matches(const std::vector<analyzers::Token>& label) const {
        for (std::size_t layer = 0; layer < lattices_.size(); ++layer) {
            const auto spans =
                spans_in(label, *lattices_[layer], schemas::FieldAnalyzer::Text, forms_[layer]);
            if (!match_lattice(*lattices_[layer], {spans.begin(), spans.end()}).empty())
                return true;
        }
        return false;
    }

private:
    std::vector<const Lattice*> lattices_;
    std::vector<LatticeForms> forms_;
};

} // namespace

void find_labelled(Plans& plans, const Snapshot& snapshot) {
    for (std::size_t leaf = 0; leaf < plans.front().leaves.size(); ++leaf) {
        if (!plans.front().leaves[leaf].labels)
            continue;
        const std::size_t facet = *plans.front().leaves[leaf].facet;
        const FacetLabels::Tokens& labels = snapshot.labels(facet);
        const LeafInLayers looked_for(leaf, plans, snapshot);
        std::vector<bool> matches;
        for (const auto& label : labels)
            matches.push_back(looked_for.matches(label));
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
