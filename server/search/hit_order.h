// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/publication_columns.h"
#include "server/search/evaluation/matches.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// The first `count` of the matches in the order asked for, as places in `matches`.
//
// The order is total: equals are ordered by date, the newest first, then by id. Publications
// without a date come last whichever way dates run.
//
// Threads:  Immutable
std::vector<std::size_t> first_hits(const Matches& matches,
                                    Sort sort,
                                    const PublicationColumns& publications,
                                    std::size_t count);

} // namespace praxis::search
