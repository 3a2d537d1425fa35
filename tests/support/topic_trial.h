// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "analyzers/topics/topic_tagger.h"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::tests {

// How well topics are given to publications whose labels are hidden, measured against what their
// editors said.
//
// Source:   docs/topics.md

struct TopicMeasures {
    double micro_f1 = 0;
    double macro_f1 = 0;    // over the topics that occur
    double at_3 = 0;        // precision of the first three, whatever their scores
    double precision = 0;   // micro
    double recall = 0;      // micro
    double sure_share = 0;  // precision of what is set without asking
    double sure_recall = 0; // recall of it
    std::size_t tags = 0;
};

// Adds up what was given and what was right, publication by publication.
class TopicTrial {
public:
    void add(const analyzers::TopicTagger& tagger, const schemas::Publication& labelled);

    TopicMeasures measures() const;

    // Tags whose evidence is missing or is not what stands at its place.
    std::size_t unproven() const { return unproven_; }

    // Precision and recall when only tags of at least this weight are taken.
    std::string tier(double weight) const;

private:
    struct Given {
        std::string topic;
        double weight = 0;
        bool is_right = false;
        bool is_set = false;
    };

    std::vector<Given> given_;
    std::vector<std::string> wanted_; // topics, once for each publication that has them
    std::size_t unproven_ = 0;
    std::size_t publications_ = 0;
    std::size_t right_of_three_ = 0;
};

} // namespace praxis::tests
