// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/evaluation.h"

#include "server/search/evaluation/leaf_evaluation.h"
#include "server/search/evaluation/ranges.h"
#include "server/search/scoring/bm25.h"
#include "server/search/sets/set_operations.h"

#include <optional>
#include <utility>

// A document's score is the sum over the leaves that it matches, but for leaves in a part of the
// query that it does not match as a whole: in "(a AND b) OR c" a document with a and c gets what c
// adds, and nothing for a. So that scoring need not know the tree, the terms of such a part carry
// a gate: the set of documents that match the part. Most queries have none: at the top, and below
// what is required there, all that is scored matches anyway ("sure"); and in "(a OR b) OR c" a
// leaf adds to exactly the documents that it matches.

namespace praxis::search {

namespace {

// How many publications score by each leaf; nothing: it is not looked for in texts.
using Matching = std::vector<std::optional<std::size_t>>;

// A plan in one layer.
class Evaluator {
public:
    Evaluator(const Plan& plan, const Layer& layer, const Deadline& deadline)
        : plan_(plan), layer_(layer), deadline_(deadline), matching_(plan.leaves.size()) {}

    LayerEvaluation evaluate() {
        evaluation_.documents = layer_.living(node(plan_.root, true));
        return std::move(evaluation_);
    }

    const Matching& matching() const { return matching_; }

    const std::vector<std::size_t>& term_leaves() const { return term_leaves_; }

private:
    std::uint32_t limit() const { return layer_.document_count(); }

    // `sure`: only documents that match the node are scored, now or behind a gate.
    DocumentSet node(const PlanNode& planned, bool sure) {
        if (deadline_.passed())
            return DocumentSet::none(limit());
        return std::visit([&](const auto& value) { return of(value, sure); }, planned.value);
    }

    std::vector<DocumentSet> nodes(const std::vector<PlanNode>& planned, bool sure) {
        std::vector<DocumentSet> sets;
        sets.reserve(planned.size());
        for (const PlanNode& part : planned)
            sets.push_back(node(part, sure));
        return sets;
    }

    DocumentSet of(const Everything&, bool) const { return DocumentSet::all(limit()); }

    DocumentSet of(const Nothing&, bool) const { return DocumentSet::none(limit()); }

    DocumentSet of(const Range& range, bool) const { return documents_in(range, layer_); }

    DocumentSet of(const LeafNumber& leaf, bool sure) {
        EvaluatedLeaf evaluated = evaluate_leaf(plan_.leaves[leaf.number], sure, layer_, deadline_);
        matching_[leaf.number] = evaluated.matching;
        if (evaluated.term) {
            evaluation_.terms.push_back(std::move(*evaluated.term));
            term_leaves_.push_back(leaf.number);
        }
        return std::move(evaluated.documents);
    }

    DocumentSet of(const PlannedAll& all, bool sure) {
        const std::size_t first_term = evaluation_.terms.size();
        return gated(intersection(nodes(all.nodes, true)), first_term, sure);
    }

    DocumentSet of(const PlannedAny& any, bool) {
        return union_of(nodes(any.nodes, false), limit());
    }

    DocumentSet of(const PlannedRun& run, bool sure) {
        const std::size_t first_term = evaluation_.terms.size();
        std::vector<DocumentSet> sets = nodes(run.required, true);
        if (!run.words.empty())
            sets.push_back(
                at_least(run.needed, nodes(run.words, run.needed == run.words.size()), limit()));
        DocumentSet documents =
            sets.empty() ? DocumentSet::all(limit()) : intersection(std::move(sets));
        const std::size_t end_term = evaluation_.terms.size();
        for (const PlanNode& excluded : run.excluded)
            documents = difference(documents, node(excluded, false));
        evaluation_.terms.resize(end_term);
        term_leaves_.resize(end_term);
        return gated(std::move(documents), first_term, sure);
    }

    // Lets the terms from `first_term` on add only to the documents, unless that goes without
    // saying.
    DocumentSet gated(DocumentSet documents, std::size_t first_term, bool sure) {
        std::vector<ScoredTerm>& terms = evaluation_.terms;
        for (std::size_t i = first_term; !sure && i < terms.size(); ++i)
            terms[i].gate = terms[i].gate ? intersection(*terms[i].gate, documents) : documents;
        return documents;
    }

    const Plan& plan_;
    const Layer& layer_;
    const Deadline& deadline_;
    LayerEvaluation evaluation_;
    Matching matching_;
    std::vector<std::size_t> term_leaves_;
};

void add_up(Matching& sums, const Matching& matching) {
    for (std::size_t leaf = 0; leaf < sums.size(); ++leaf)
        if (matching[leaf])
            sums[leaf] = sums[leaf].value_or(0) + *matching[leaf];
}

} // namespace

LayerSets Evaluation::documents() const {
    LayerSets sets;
    for (const LayerEvaluation& layer : layers)
        sets.push_back(layer.documents);
    return sets;
}

Evaluation evaluate(const Plans& plans, const Snapshot& snapshot, const Deadline& deadline) {
    Evaluation evaluation;
    Matching matching(plans.front().leaves.size());
    for (std::size_t layer = 0; layer < plans.size(); ++layer) {
        Evaluator evaluator(plans[layer], snapshot.layers()[layer], deadline);
        evaluation.layers.push_back(evaluator.evaluate());
        evaluation.term_leaves = evaluator.term_leaves();
        add_up(matching, evaluator.matching());
    }
    for (const auto& publications : matching)
        evaluation.weights.push_back(
            publications ? inverse_frequency(snapshot.publication_count(), *publications) : 0.0);
    if (!deadline.passed())
        for (LayerEvaluation& layer : evaluation.layers)
            for (std::size_t term = 0; term < layer.terms.size(); ++term)
                layer.terms[term].weight *= evaluation.weights[evaluation.term_leaves[term]];
    return evaluation;
}

} // namespace praxis::search
