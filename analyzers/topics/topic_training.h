// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "schemas/vocabulary.h"
#include "analyzers/analyzer_set.h"
#include "analyzers/topics/topic_model.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace praxis::analyzers {

// Learns topics from publications that people labelled: one linear classifier for each topic that
// two publications or more have. A concept of the vocabulary stands in as one more example of
// itself, with its names and scope note as text. Thresholds come from cross-validation in five
// parts, and are drawn towards the common one where a topic has few examples.
//
// The outcome depends on the publications and the vocabulary alone, not on their order.
//
// Source:   docs/topics.md

// With fewer labelled publications nothing is learned.
constexpr std::size_t fewest_labelled = 20;

// Of more, this many are taken, chosen by their ids.
constexpr std::size_t most_labelled = 5000;

// What a model is learned from: changes when the outcome might.
std::uint64_t training_fingerprint(const std::vector<schemas::Publication>& labelled,
                                   const schemas::Vocabulary* vocabulary);

// Nothing with too few publications or topics.
std::optional<TopicModel> train_topics(std::vector<schemas::Publication> labelled,
                                       const schemas::Vocabulary* vocabulary,
                                       const AnalyzerSet& analyzers);

} // namespace praxis::analyzers
