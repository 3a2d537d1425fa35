// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/ranking/query_words.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <vector>

namespace praxis::search {

// Words that stand side by side in a query say more where they do so in a text, too.
//
// Each pair of neighbouring words or parts counts as two clauses more, each with a tenth of a
// word's weight: how often the second follows the first at once, and how often it stands within
// seven words of it, on either side. How rare a pair is, is counted among the documents at hand,
// which are nearly all that have both words.
//
// Shapes:   `documents` ascend by number.
// Threads:  Immutable
// Source:   docs/relevance.md
void add_word_pairs(std::vector<ScoredDocument>& documents,
                    const std::vector<QueryWord>& words,
                    const Snapshot& snapshot);

} // namespace praxis::search
