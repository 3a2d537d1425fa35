// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace praxis::tests {

// Small libraries written down in a test, opened by the search.

std::shared_ptr<const search::Snapshot> snapshot_of(std::vector<schemas::Publication> publications);

// One with this title and these passages, anchored "p0", "p1", ….
schemas::Publication written(std::string id, std::string title, std::vector<std::string> passages);

// The answer; a problem fails the test.
search::SearchAnswer answer_of(const search::Snapshot& snapshot,
                               const search::SearchRequest& request);

search::SearchRequest query(std::string q);

// The ids of the hits, in order, with blanks between.
std::string ids(const search::SearchAnswer& answer);

// Parts as one text, marked ones in brackets: "the [fire] districts".
std::string shown(const std::vector<search::TextPart>& parts);

} // namespace praxis::tests
