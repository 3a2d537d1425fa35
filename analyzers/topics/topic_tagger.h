// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "schemas/vocabulary.h"
#include "analyzers/analyzer_set.h"
#include "analyzers/topics/topic_model.h"
#include "analyzers/topics/topic_names.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace praxis::analyzers {

// Gives a publication topics, each with the place in its text that speaks for it.
//
// What was learned (topic_model.h) and what is called by name (topic_names.h) work together: the
// topics that people's labels taught are scored by both, the vocabulary's other concepts by name
// alone. A topic is given only with evidence: a sentence of a passage, word for word, which by
// itself puts the topic among the first three or calls it by name.
//
// Shapes:   topics by weight, the heaviest first, none that lies above another given one. Weights
//           are about the share of such topics that editors agree with, 0 to 1, to the hundredth.
// Errors:   none; a publication without text has no topics.
// Threads:  Immutable
// Lifetime: the analyzers must outlive it.

struct TaggedTopics {
    std::vector<schemas::Topic> set;       // sure enough to stand beside what people said
    std::vector<schemas::Topic> suggested; // for an editor to decide
};

struct TopicScore {
    std::uint32_t topic = 0; // place in topics()
    double score = 0;
    double margin = 0; // above its threshold
};

class TopicTagger {
public:
    // `vocabulary` may be null; topics are set from a weight of `sure` up.
    TopicTagger(const schemas::Vocabulary* vocabulary,
                std::shared_ptr<const TopicModel> model,
                double sure,
                const AnalyzerSet& analyzers);

    TaggedTopics tag(const schemas::Publication& publication) const;

    const std::vector<KnownTopic>& topics() const { return names_.topics(); }

    // Every topic that can be given, by score, the highest first; those of nothing to go by left
    // out. For measuring.
    std::vector<TopicScore> rank(const schemas::Publication& publication) const;

private:
    std::vector<TopicScore> rank(const std::vector<Stretch>& stretches) const;

    std::shared_ptr<const TopicModel> model_; // or null
    double sure_;
    const AnalyzerSet& analyzers_;
    TopicNames names_;
    std::vector<std::optional<std::uint32_t>> learned_; // by topic: its place in the model
    std::vector<std::uint32_t> topic_of_;               // the way back
};

} // namespace praxis::analyzers
