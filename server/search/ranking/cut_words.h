// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/evaluation.h"
#include "server/search/ranking/query_words.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <vector>

namespace praxis::search {

// A word that the analysis cuts ("council-manager") is one clause, found where its parts stand side
// by side. Of what was found, it adds what its parts would add as words, where that is more: they
// may stand apart.
//
// Shapes:   `documents` ascend by number.
// Threads:  Immutable
// Source:   docs/relevance.md
void add_cut_words(std::vector<ScoredDocument>& documents,
                   const std::vector<QueryWord>& words,
                   const Evaluation& evaluation,
                   const Snapshot& snapshot);

} // namespace praxis::search
