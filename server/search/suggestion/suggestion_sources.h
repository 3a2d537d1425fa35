// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/suggestion/suggestion_index.h"

namespace praxis::search {

class Snapshot;

// What a library can suggest: phrases of its texts, the labels of its topics, organisations and
// places, and its titles.
//
// Of a large library the newest publications give phrases, two million words together, and the
// newest 200,000 titles.
//
// Threads:  Immutable
SuggestionIndex make_suggestions(const Snapshot& snapshot);

// An entry of that index as it is shown, without its parts.
Suggestion suggestion_of(EntryNumber entry, const SuggestionIndex& index, const Snapshot& snapshot);

} // namespace praxis::search
