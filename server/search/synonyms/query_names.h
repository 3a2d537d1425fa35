// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/query/query.h"
#include "server/search/search_answer.h"
#include "server/search/snapshot.h"
#include "server/search/synonyms/synonyms.h"

#include <vector>

namespace praxis::search {

// Gives the words of a query the other names that editors, the library's authority file and its
// own texts know (expansion.h).
//
// Threads:  Immutable
void expand_query(Node& query,
                  const Snapshot& snapshot,
                  const Synonyms& of_editors,
                  std::vector<Note>& notes);

} // namespace praxis::search
