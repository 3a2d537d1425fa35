// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/evaluation.h"

#include "server/search/evaluation/leaf_evaluation.h"
#include "server/search/evaluation/ranges.h"

#include <utility>

namespace praxis::search {

namespace {

class Evaluator {
public:
    Evaluator(const Plan& plan, const Snapshot& snapshot, const Deadline& deadline)
        : plan_(plan), snapshot_(snapshot), deadline_(deadline), weights_(plan.leaves.size(), 0.0) {
    }

    Evaluation evaluate() {
        Matches matches = node(plan_.root);
        return {std::move(matches), std::move(weights_)};
    }

private:
    Matches node(const PlanNode& planned) {
        if (deadline_.passed())
            return {};
        return std::visit([&](const auto& value) { return of(value); }, planned.value);
    }

    std::vector<Matches> nodes(const std::vector<PlanNode>& planned) {
        std::vector<Matches> parts;
        parts.reserve(planned.size());
        for (const PlanNode& part : planned)
            parts.push_back(node(part));
        return parts;
    }

    Matches of(const Everything&) const { return unscored(snapshot_.publications().live); }

    Matches of(const Nothing&) const { return {}; }

    Matches of(const LeafNumber& leaf) {
        EvaluatedLeaf evaluated = evaluate_leaf(plan_.leaves[leaf.number], snapshot_, deadline_);
        weights_[leaf.number] = evaluated.weight;
        return std::move(evaluated.matches);
    }

    Matches of(const Range& range) const {
        const RangeTest test(range, snapshot_);
        std::vector<std::uint32_t> documents;
        for (const std::uint32_t document : snapshot_.publications().live)
            if (test.meets(document))
                documents.push_back(document);
        return unscored(std::move(documents));
    }

    Matches of(const PlannedAll& all) { return in_all(nodes(all.nodes)); }

    Matches of(const PlannedAny& any) { return some(1, nodes(any.nodes)); }

    Matches of(const PlannedRun& run) {
        std::vector<Matches> parts;
        if (!run.words.empty())
            parts.push_back(some(run.needed, nodes(run.words)));
        for (const PlanNode& required : run.required)
            parts.push_back(node(required));
        Matches matches =
            parts.empty() ? unscored(snapshot_.publications().live) : in_all(std::move(parts));
        for (const PlanNode& excluded : run.excluded)
            matches = without(matches, node(excluded));
        return matches;
    }

    Matches some(std::size_t needed, const std::vector<Matches>& parts) const {
        return at_least(
            needed, parts, snapshot_.publications().live, snapshot_.text().document_limit());
    }

    static Matches in_all(std::vector<Matches> parts) {
        Matches matches = std::move(parts.front());
        for (std::size_t i = 1; i < parts.size(); ++i)
            matches = both_of(matches, parts[i]);
        return matches;
    }

    const Plan& plan_;
    const Snapshot& snapshot_;
    const Deadline& deadline_;
    std::vector<double> weights_;
};

} // namespace

Evaluation evaluate(const Plan& plan, const Snapshot& snapshot, const Deadline& deadline) {
    return Evaluator(plan, snapshot, deadline).evaluate();
}

} // namespace praxis::search
