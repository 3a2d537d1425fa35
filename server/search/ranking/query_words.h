// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/plan.h"
#include "server/search/scoring/posting_cursor.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace praxis::search {

// The words of a query side by side, in their order, as they were typed: without other names and
// joined forms. One that the analysis cuts ("council-manager") is its parts.
//
// Shapes:   lists by layer; none in any layer: something else stands between the words.
// Threads:  Immutable
struct QueryWord {
    std::vector<std::optional<index::PostingList>> lists;
    std::optional<std::size_t> cut_leaf; // of which word that was cut it is a part
};

std::vector<QueryWord> words_of_query(const Plans& plans, const Snapshot& snapshot);

// One for each layer.
std::vector<PostingCursor> cursors_of(const QueryWord& word);

} // namespace praxis::search
