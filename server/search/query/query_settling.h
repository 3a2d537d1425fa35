// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/query/query.h"
#include "server/search/search_answer.h"

#include <string_view>
#include <vector>

namespace praxis::search {

// The query as it is answered: without what the analysis finds nothing in ("&"), and without stop
// words where a run has something else to go by. Notes say what was left out.
//
// Words side by side that the analysis joins ("Section 508", "fiscal year 2019") each also stand
// for the joined form, so that they find a text that has only that.
//
// A clause that is left out is left out of its parent; what is then empty, too; if nothing is
// left of the whole query, it matches nothing. Stop words with a sign, in quotes or alone stay.
//
// Threads:  Immutable
Node settle_query(Node query, const analyzers::AnalyzerSet& analyzers, std::vector<Note>& notes);

// The tokens of a piece of a query: those of a text but for the years that a range implies.
std::vector<analyzers::Token> query_tokens(std::string_view text,
                                           const analyzers::AnalyzerSet& analyzers);

} // namespace praxis::search
