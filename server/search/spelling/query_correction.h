// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/query/query.h"
#include "server/search/snapshot.h"

#include <string>
#include <vector>

namespace praxis::search {

// What a query with words that the library does not have may have been meant to be.
//
// Only bare words are looked at, in fields of text or without a field; what stands in quotes, has
// a wildcard or is excluded stays as typed, and so do words in capitals and those that the library
// knows anywhere. A word that only adds or lacks an ending of a known one ("permittings") is found
// by its stem and no slip.
//
// Shapes:   the typed text with other words in place of the slips, all else as typed; the
//           likeliest first, at most `max_corrections`; empty if there is no slip or no candidate.
// Threads:  Immutable
// Source:   docs/spelling.md

constexpr std::size_t max_corrections = 3;

// `query` is `text` as parsed, with its synonyms, not yet settled.
std::vector<std::string>
correct_query(const std::string& text, const Node& query, const Snapshot& snapshot);

} // namespace praxis::search
