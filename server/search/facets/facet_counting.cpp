// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_counting.h"

namespace praxis::search {

Filtered filter_and_count(const Matches& matches,
                          const Selection& selection,
                          const std::vector<std::size_t>& facets,
                          const Snapshot& snapshot,
                          const Deadline& deadline) {
    Filtered filtered;
    for (const std::size_t facet : facets)
        filtered.counts.emplace_back(snapshot.facets()[facet].entries().size(), 0U);
    for (std::size_t i = 0; i < matches.documents.size(); ++i) {
        if (i % 1024 == 0 && deadline.passed())
            break;
        const std::uint32_t document = matches.documents[i];
        const Selection::Verdict verdict = selection.judge(document);
        if (verdict.out)
            continue;
        if (!verdict.only)
            filtered.matches.add(document, matches.scores[i]);
        for (std::size_t f = 0; f < facets.size(); ++f)
            if (!verdict.only || *verdict.only == facets[f])
                for (const Ordinal value : snapshot.facets()[facets[f]].of(document))
                    ++filtered.counts[f][value];
    }
    return filtered;
}

} // namespace praxis::search
