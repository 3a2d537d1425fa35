// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/topic_tree.h"
#include "server/search/facet_page.h"

#include <string>
#include <vector>

namespace praxis::http {

// Topics as GET /v1/topics and /v1/topics/{id} give them.
//
// Threads:  Immutable

// `page`: the facet the topics were counted in.
std::string topics_json(const std::vector<TopicNode>& tree, const search::FacetPage& page);

// The last of the path, with those above and below it.
// Shapes:   `path` is not empty.
std::string topic_json(const std::vector<const TopicNode*>& path, const search::FacetPage& page);

} // namespace praxis::http
