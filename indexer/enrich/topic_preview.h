// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "analyzers/topics/topic_model.h"
#include "indexer/options.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace praxis::indexer {

// What another vocabulary, another setting or newly learned labels would change, before anything
// is published: the topics of every publication that people gave none are found again.
//
// Shapes:   changes by id; values of topics, ascending.
// Errors:   those of opening the index and of the description; Interrupted.
// Threads:  Immutable

struct TopicChange {
    std::string id;
    std::string title;
    std::vector<std::string> gained;
    std::vector<std::string> lost;
};

struct TopicPreview {
    std::size_t labelled = 0; // publications that people gave topics
    std::size_t others = 0;
    std::vector<analyzers::TopicModel::Topic> learned; // by value
    std::vector<TopicChange> changes;
};

Result<TopicPreview> preview_topics(const TopicsOptions& options, const std::stop_token& stop);

// For a person to read.
std::string topic_preview_page(const TopicPreview& preview);

} // namespace praxis::indexer
