// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/publication.h"
#include "analyzers/topics/topic_names.h"
#include "analyzers/topics/topic_terms.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// What was learned from publications that people labelled: for each topic a weight for each term.
//
// A publication's score in a topic is the sum of its terms' weights, plus a share of how it calls
// the topic by name; the fewer labels there were, the larger that share. It has the topic when
// the score reaches the topic's own threshold. Sums explain themselves: the words that spoke for a
// topic are those with the largest part in it.
//
// Shapes:   terms ascend; topics in the order of their values.
// Threads:  Immutable
class TopicModel {
public:
    struct Topic {
        schemas::Term term;
        std::uint32_t labelled = 0; // publications it was learned from
        double threshold = 0;
        double f1 = 0; // in cross-validation, with that threshold
        double bias = 0;
    };

    struct Weight {
        std::uint32_t topic = 0;
        float weight = 0;
    };

    // The weights of one term; idf included in none of them.
    struct TermWeights {
        double idf = 0;
        std::span<const Weight> weights;
    };

    const std::vector<Topic>& topics() const { return topics_; }

    std::size_t term_count() const { return terms_.size(); }

    // How much a name counts beside what was learned.
    double name_share() const { return name_share_; }

    // Of the labelled publications it was learned from: equal ones, equal models.
    std::uint64_t training() const { return training_; }

    std::optional<TermWeights> find(std::uint64_t term) const;

    // Every term, ascending.
    void visit_terms(
        const std::function<void(std::uint64_t term, const TermWeights& known)>& visit) const;

    // One score for each topic, without names.
    std::vector<double> scores(const TermCounts& counts) const;

private:
    friend class TopicModelWriter;

    TermWeights weights_at(std::size_t place) const;

    std::vector<Topic> topics_;
    std::vector<std::uint64_t> terms_;
    std::vector<float> idfs_;           // one a term
    std::vector<std::uint32_t> begins_; // one a term, and the end
    std::vector<Weight> weights_;
    double name_share_ = 0;
    std::uint64_t training_ = 0;
};

// A name's part in a score, from 0 to 1.
double name_score(const NameHits& hits);

// Puts a model together, term by term.
class TopicModelWriter {
public:
    TopicModelWriter(std::vector<TopicModel::Topic> topics,
                     double name_share,
                     std::uint64_t training);

    // Terms ascend; a term without weights is left out.
    void add(std::uint64_t term, float idf, std::span<const TopicModel::Weight> weights);

    TopicModel take();

private:
    TopicModel model_;
};

// The model as text, and back: to the last bit. Corrupt for anything else.
std::string topic_model_to_text(const TopicModel& model);

Result<TopicModel> topic_model_from_text(std::string_view text);

} // namespace praxis::analyzers
