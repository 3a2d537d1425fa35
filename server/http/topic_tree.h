// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/search/facet_page.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::http {

// A topic with those below it.
struct TopicNode {
    std::string value; // its path: "public-safety/fire"
    std::string label;
    std::uint64_t count = 0; // of publications, those below included, each once
    std::string scope_note;
    std::vector<std::string> synonyms;
    std::vector<TopicNode> narrower; // by label
};

// The topics of a library: its vocabulary's, and those that publications have beside it.
//
// Shapes:   levels sorted by label; a level that no publication and no vocabulary names is made
//           from the slug.
// Threads:  Immutable
std::vector<TopicNode> topic_tree(const schemas::Library& library,
                                  const schemas::Facet& facet,
                                  const std::vector<search::FacetValue>& counted);

// The nodes from the top to the one with that path; empty if there is none.
// Lifetime: they look into `tree`.
std::vector<const TopicNode*> path_to(const std::vector<TopicNode>& tree, std::string_view value);

} // namespace praxis::http
