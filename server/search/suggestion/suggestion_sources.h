// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/suggestion/suggestion_index.h"

namespace praxis::search {

class Snapshot;

// What a library can suggest: phrases of its texts, the labels of its topics, organisations and
// places, and its titles.
//
// Of a large library the newest 50,000 publications give phrases and the newest 200,000 titles.
//
// Threads:  Immutable
SuggestionIndex make_suggestions(const Snapshot& snapshot);

} // namespace praxis::search
