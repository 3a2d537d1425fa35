// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/evaluation/plan.h"
#include "server/search/sets/document_set.h"
#include "server/search/snapshot.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace praxis::search {

// A leaf looked for in tokens at hand: a facet's labels, the text of a hit.
//
// Threads:  Immutable

// What the words of a lattice stand for, by its text: most tokens are none of it, and need not be
// looked up among all the forms of a library.
//
// Lifetime: the image must outlive it.
class LatticeForms {
public:
    LatticeForms(const Lattice& lattice, const Dictionary& dictionary);

    std::optional<Form> find(std::string_view text) const;

private:
    std::unordered_map<std::string_view, Form> forms_;
};

// Where each edge's words stand among the tokens, ascending.
std::vector<std::vector<Span>> spans_in(const std::vector<analyzers::Token>& tokens,
                                        const Lattice& lattice,
                                        schemas::FieldAnalyzer analyzer,
                                        const LatticeForms& forms);

// Finds, for each leaf that asks for a facet's labels, the values whose labels it matches.
void find_labelled(Plans& plans, const Snapshot& snapshot);

// The documents that have a value of the leaf's facet which is what was typed, or lies below it,
// or, where the facet is no text field, whose label the leaf matches.
DocumentSet documents_with_value(const PlannedLeaf& leaf, const Layer& layer);

} // namespace praxis::search
