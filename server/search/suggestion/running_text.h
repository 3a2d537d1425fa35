// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/aids/known_forms.h"
#include "server/search/suggestion/phrases.h"

#include <cstdint>

namespace praxis::search {

class Snapshot;

// The titles, summaries, headings and texts of the documents below `limit`, word by word, put
// together again from where each word stands. Where two forms share a position ("council" and
// "councilmanager") the shorter one is taken.
//
// Shapes:   forms by their number in `forms`.
// Threads:  Immutable
RunningText running_text(const Snapshot& snapshot, const FormNumbers& forms, std::uint32_t limit);

} // namespace praxis::search
