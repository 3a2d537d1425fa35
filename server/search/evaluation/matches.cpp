// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/matches.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

Matches unscored(std::vector<std::uint32_t> documents) {
    std::vector<double> scores(documents.size(), 0.0);
    return {std::move(documents), std::move(scores)};
}

Matches both_of(const Matches& left, const Matches& right) {
    Matches both;
    std::size_t l = 0;
    std::size_t r = 0;
    while (l < left.documents.size() && r < right.documents.size()) {
        if (left.documents[l] < right.documents[r])
            ++l;
        else if (right.documents[r] < left.documents[l])
            ++r;
        else {
            both.add(left.documents[l], left.scores[l] + right.scores[r]);
            ++l;
            ++r;
        }
    }
    return both;
}

Matches at_least(std::size_t needed,
                 const std::vector<Matches>& parts,
                 const std::vector<std::uint32_t>& universe,
                 std::uint32_t limit) {
    std::vector<std::uint32_t> found(limit, 0);
    std::vector<double> scores(limit, 0.0);
    for (const Matches& part : parts)
        for (std::size_t i = 0; i < part.documents.size(); ++i) {
            ++found[part.documents[i]];
            scores[part.documents[i]] += part.scores[i];
        }
    Matches kept;
    for (const std::uint32_t document : universe)
        if (found[document] >= needed)
            kept.add(document, scores[document]);
    return kept;
}

Matches without(const Matches& matches, const Matches& excluded) {
    Matches kept;
    std::size_t e = 0;
    for (std::size_t i = 0; i < matches.documents.size(); ++i) {
        const std::uint32_t document = matches.documents[i];
        while (e < excluded.documents.size() && excluded.documents[e] < document)
            ++e;
        if (e == excluded.documents.size() || excluded.documents[e] != document)
            kept.add(document, matches.scores[i]);
    }
    return kept;
}

} // namespace praxis::search
