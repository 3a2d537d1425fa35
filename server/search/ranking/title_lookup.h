// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/ranking/query_words.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// Somebody who types words of a title looks for that publication: of the first hundred, those whose
// title has all the words of the query, if it has two or more, go before the others, and stay in
// their order. Whether there are any; then likeness to others is no reason to move anything.
//
// Shapes:   the first hundred of `ranked`, and what else is in order, are so before and after;
//           those that go before are shifted alike.
// Threads:  Immutable
// Source:   docs/relevance.md
constexpr std::size_t titles_looked_at = 100;

bool put_titles_first(std::vector<ScoredDocument>& ranked,
                      const std::vector<QueryWord>& words,
                      const Snapshot& snapshot);

} // namespace praxis::search
