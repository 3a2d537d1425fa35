// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/suggestion/suggestion.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

class Snapshot;

// What to suggest for what was typed so far: queries first, then topics, organisations and places,
// then publications.
//
// Of ten, three are publications and at most four values of facets, if there are as many of the
// others; of titles that begin alike up to a colon ("Trends on Tuesday: …") one stands for all
// until more than that is typed. If nothing begins with a typed word of four or more letters, what
// begins with it but for one slip is taken.
//
// Shapes:   at most `limit`; nothing for nothing typed; every suggestion leads to something.
// Threads:  Immutable
// Source:   docs/suggestions.md
std::vector<Suggestion>
suggest(std::string_view typed, std::size_t limit, const Snapshot& snapshot);

// A text as the index holds it: tokens, a blank behind each.
std::string folded_text(std::string_view text, const analyzers::AnalyzerSet& analyzers);

} // namespace praxis::search
