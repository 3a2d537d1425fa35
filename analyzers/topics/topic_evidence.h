// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "analyzers/topics/sentences.h"
#include "analyzers/topics/topic_model.h"
#include "analyzers/topics/topic_names.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace praxis::analyzers {

// The sentences of one publication, and what each says for a topic.
//
// A sentence speaks for a topic by the sum of its terms' parts in the score, divided by the root
// of 8 + their number, so that a short clear sentence beats a long one that touches on much.
//
// Lifetime: looks into what it is made of.
// Threads:  Thread-compatible
class TopicEvidence {
public:
    TopicEvidence(std::span<const Stretch> stretches,
                  const TopicNames& names,
                  const TopicModel* model);

    // The best sentences, at most three, the best first; nothing if the best one neither names
    // the topic nor puts it among the first three. They are of the text, or of title and summary
    // where the text has none. `learned` is the topic's place in the model.
    std::vector<schemas::Evidence> find(std::uint32_t topic,
                                        std::optional<std::uint32_t> learned) const;

    // The words that spoke most for the topic, in all of the text, as they stand there.
    std::vector<std::string> words(std::uint32_t topic, std::optional<std::uint32_t> learned) const;

private:
    struct Part {
        std::size_t first = 0; // words of the stretch
        std::size_t last = 0;
        double idf = 0;
        std::span<const TopicModel::Weight> weights;
        std::optional<std::uint32_t> named; // the topic, if it is a name
    };

    struct Place {
        const Stretch* stretch = nullptr;
        Sentence sentence;
        std::vector<Part> parts;
    };

    void add(const Stretch& stretch);
    double
    part_of(const Part& part, std::uint32_t topic, std::optional<std::uint32_t> learned) const;
    std::vector<schemas::Evidence>
    find_in(bool body, std::uint32_t topic, std::optional<std::uint32_t> learned) const;
    bool speaks_for_itself(const Place& place,
                           std::uint32_t topic,
                           std::optional<std::uint32_t> learned) const;

    const TopicNames& names_;
    const TopicModel* model_;
    std::vector<Place> places_;
};

} // namespace praxis::analyzers
