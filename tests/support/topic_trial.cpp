// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/topic_trial.h"

#include "base/utf8.h"
#include "schemas/evidence_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace praxis::tests {

namespace {

using schemas::Publication;

bool has_label(const Publication& publication, const std::string& value) {
    return std::ranges::any_of(
        publication.topics, [&](const schemas::Topic& topic) { return topic.term.value == value; });
}

bool is_proven(const schemas::Topic& topic, const Publication& publication) {
    return !topic.evidence.empty() &&
           std::ranges::all_of(topic.evidence, [&](const schemas::Evidence& evidence) {
               if (evidence.begin >= evidence.end)
                   return false;
               const std::string_view text = schemas::quoted_text(publication, evidence);
               const auto begin = first_code_points(text, evidence.begin).size();
               return first_code_points(text.substr(begin), evidence.end - evidence.begin) ==
                      evidence.quote;
           });
}

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double f1(std::size_t right, std::size_t given, std::size_t wanted) {
    return ratio(2 * right, given + wanted);
}

} // namespace

void TopicTrial::add(const analyzers::TopicTagger& tagger, const Publication& labelled) {
    Publication hidden = labelled;
    hidden.topics.clear();
    hidden.keywords.clear();
    const auto tagged = tagger.tag(hidden);
    for (const auto* list : {&tagged.set, &tagged.suggested})
        for (const schemas::Topic& topic : *list) {
            given_.push_back({topic.term.value,
                              topic.weight,
                              has_label(labelled, topic.term.value),
                              list == &tagged.set});
            unproven_ += is_proven(topic, hidden) ? 0 : 1;
        }
    for (const schemas::Topic& topic : labelled.topics)
        wanted_.push_back(topic.term.value);
    const auto ranked = tagger.rank(hidden);
    for (std::size_t i = 0; i < 3 && i < ranked.size(); ++i)
        right_of_three_ += has_label(labelled, tagger.topics()[ranked[i].topic].term.value) ? 1 : 0;
    ++publications_;
}

TopicMeasures TopicTrial::measures() const {
    struct Count {
        std::size_t right = 0;
        std::size_t given = 0;
        std::size_t wanted = 0;
    };

    std::map<std::string, Count> by_topic;
    Count all;
    Count sure;
    for (const std::string& topic : wanted_)
        ++by_topic[topic].wanted;
    all.wanted = wanted_.size();
    for (const Given& given : given_) {
        const std::size_t right = given.is_right ? 1 : 0;
        Count& count = by_topic[given.topic];
        ++count.given;
        count.right += right;
        ++all.given;
        all.right += right;
        sure.given += given.is_set ? 1 : 0;
        sure.right += given.is_set ? right : 0;
    }
    double sum = 0;
    std::size_t occurring = 0;
    for (const auto& [topic, count] : by_topic) {
        if (count.wanted == 0)
            continue;
        sum += f1(count.right, count.given, count.wanted);
        ++occurring;
    }
    return {.micro_f1 = f1(all.right, all.given, all.wanted),
            .macro_f1 = sum / static_cast<double>(occurring),
            .at_3 = ratio(right_of_three_, 3 * publications_),
            .precision = ratio(all.right, all.given),
            .recall = ratio(all.right, all.wanted),
            .sure_share = ratio(sure.right, sure.given),
            .sure_recall = ratio(sure.right, all.wanted),
            .tags = all.given};
}

std::string TopicTrial::tier(double weight) const {
    std::size_t given = 0;
    std::size_t right = 0;
    for (const Given& one : given_) {
        given += one.weight >= weight ? 1 : 0;
        right += one.weight >= weight && one.is_right ? 1 : 0;
    }
    return fmt::format("weight {:.2f} and more: precision {:.3f}, recall {:.3f}",
                       weight,
                       ratio(right, given),
                       ratio(right, wanted_.size()));
}

} // namespace praxis::tests
