// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"
#include "server/http/topic_tree.h"

#include <vector>

namespace praxis::http {

// GET /v1/topics
Admitted<Response> answer_topics(const Call& call);

// GET /v1/topics/{id}: by its path, or by its last level where the vocabulary has it (301).
Admitted<Response> answer_topic(const Call& call);

// The library's topics with their counts, for API and pages alike.
struct CountedTopics {
    std::vector<TopicNode> tree;
    search::FacetPage page; // the facet; without values
};

// Problem 404 if the library has no topics.
Admitted<CountedTopics> counted_topics(const search::Searcher& searcher);

} // namespace praxis::http
