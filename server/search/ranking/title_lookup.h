// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/plan.h"
#include "server/search/snapshot.h"

#include <cstdint>

namespace praxis::search {

// Whether a query is the title of the publication that ranks first, or much of it: two words or
// more, all of which the title has. Then somebody looks for that publication, and others like it
// are no reason to put another one above it.
//
// Threads:  Immutable
bool is_title_lookup(const Plans& plans, const Snapshot& snapshot, std::uint32_t first);

} // namespace praxis::search
