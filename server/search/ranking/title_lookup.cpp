// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/title_lookup.h"

#include "server/search/evaluation/label_matching.h"

#include <algorithm>

namespace praxis::search {

bool is_title_lookup(const Plans& plans, const Snapshot& snapshot, std::uint32_t first) {
    const Snapshot::Place at = snapshot.place(first);
    const Plan& plan = plans[at.number];
    std::uint32_t words = 0;
    for (const PlannedLeaf& leaf : plan.leaves)
        if (!leaf.excluded)
            words += leaf.lattice.last;
    if (words < 2)
        return false;
    const auto title = snapshot.analyzers().analyze(snapshot.publication(first).title);
    return std::all_of(plan.leaves.begin(), plan.leaves.end(), [&](const PlannedLeaf& leaf) {
        if (leaf.excluded)
            return true;
        const auto spans =
            spans_in(title, leaf.lattice, schemas::FieldAnalyzer::Text, at.layer->dictionary());
        return !match_lattice(leaf.lattice, {spans.begin(), spans.end()}).empty();
    });
}

} // namespace praxis::search
