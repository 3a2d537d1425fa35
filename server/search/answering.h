// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/cursor.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/explanation/explanation.h"
#include "server/search/facet_page.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"
#include "server/search/synonyms/synonyms.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace praxis::search {

// One request answered from one snapshot: checked, read, planned, evaluated, filtered, counted,
// ordered, shown. It can reach nothing but the snapshot.
//
// `from` is the decoded cursor of the request, if it has one; it is of this generation and this
// request.
//
// Errors:   InvalidInput (every parameter that is wrong), TimedOut (never a partial answer).
// Threads:  Immutable
Answered<SearchAnswer> answer(const SearchRequest& request,
                              const std::optional<Cursor>& from,
                              const Snapshot& snapshot,
                              const Deadline& deadline,
                              const Synonyms& synonyms = Synonyms());

// Why a document stands where it does in the answer to a request.
Answered<Explanation> explain(const SearchRequest& request,
                              std::uint32_t document,
                              const Snapshot& snapshot,
                              const Deadline& deadline,
                              const Synonyms& synonyms);

// The numbers of all publications of a request, in the order asked for.
Answered<std::vector<std::uint32_t>> answer_documents(const SearchRequest& request,
                                                      const Snapshot& snapshot,
                                                      const Deadline& deadline,
                                                      const Synonyms& synonyms);

// One facet's values; the cursor of the request is for the caller, `begin` is the place it names.
// `next` stays empty; `total` says whether there is more.
Answered<FacetPage> answer_facet_page(const FacetPageRequest& request,
                                      std::size_t begin,
                                      const Snapshot& snapshot,
                                      const Deadline& deadline,
                                      const Synonyms& synonyms);

} // namespace praxis::search
