// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "server/search/passages/marks.h"
#include "server/search/search_answer.h"

#include <vector>

namespace praxis::search {

// What a hit shows of itself: the pieces of its passages that show best why it matched.
//
// The first piece is the one that tells most, the second the one that adds most to it; where
// nothing matches in the text (the title or an author did), the beginning of the first passage
// stands unmarked. Of a publication without passages the summary is shown.
//
// Shapes:   at most 2 pieces of at most 300 code points, in the order of the text.
//           At most 256 kB of a publication's text are looked through.
// Threads:  Immutable
std::vector<ShownPassage> shown_passages(const schemas::Publication& publication,
                                         const std::vector<double>& weights,
                                         const Marker& marker);

} // namespace praxis::search
