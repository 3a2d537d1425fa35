// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_tagger.h"

#include "analyzers/topics/topic_evidence.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::analyzers {

namespace {

// A concept that nothing was learned of is given when its name weighs this much (NameHits), and
// the margin grows with it.
constexpr double named_threshold = 2.7;
constexpr double named_scale = 0.2;

// What share of the topics of such a margin editors agree with (docs/topics.md).
double weight_of(double margin) {
    return std::round(100 / (1 + std::exp(-0.5 - 3.5 * margin))) / 100;
}

std::vector<schemas::Term> terms_of(const TopicModel* model) {
    std::vector<schemas::Term> terms;
    if (model != nullptr)
        for (const TopicModel::Topic& topic : model->topics())
            terms.push_back(topic.term);
    return terms;
}

bool lies_above(std::string_view value, std::string_view below) {
    return below.size() > value.size() && below.starts_with(value) && below[value.size()] == '/';
}

// What lies above another topic that is given as well says nothing more.
void leave_the_narrowest(TaggedTopics& tagged) {
    std::vector<std::string> given;
    for (const schemas::Topic& topic : tagged.set)
        given.push_back(topic.term.value);
    const auto is_implied = [&](const schemas::Topic& topic) {
        return std::ranges::any_of(
            given, [&](const std::string& other) { return lies_above(topic.term.value, other); });
    };
    std::erase_if(tagged.set, is_implied);
    for (const schemas::Topic& topic : tagged.suggested)
        given.push_back(topic.term.value);
    std::erase_if(tagged.suggested, is_implied);
}

} // namespace

TopicTagger::TopicTagger(const schemas::Vocabulary* vocabulary,
                         std::shared_ptr<const TopicModel> model,
                         double sure,
                         const AnalyzerSet& analyzers)
    : model_(std::move(model)), sure_(sure), analyzers_(analyzers),
      names_(vocabulary, terms_of(model_.get()), analyzers), learned_(names_.topics().size()) {
    if (model_ == nullptr)
        return;
    for (std::uint32_t place = 0; place < model_->topics().size(); ++place) {
        topic_of_.push_back(*names_.find(model_->topics()[place].term.value));
        learned_[topic_of_.back()] = place;
    }
}

std::vector<TopicScore> TopicTagger::rank(const schemas::Publication& publication) const {
    return rank(topic_stretches(publication, analyzers_));
}

std::vector<TopicScore> TopicTagger::rank(const std::vector<Stretch>& stretches) const {
    const std::vector<NameHits> hits = names_.hits(stretches);
    std::vector<TopicScore> ranked;
    std::vector<double> scores;
    if (model_ != nullptr)
        scores = model_->scores(count_terms(stretches, hits, names_));
    for (const NameHits& hit : hits) {
        if (learned_[hit.topic])
            scores[*learned_[hit.topic]] += model_->name_share() * name_score(hit);
        else
            ranked.push_back({hit.topic,
                              named_scale * hit.strength(),
                              named_scale * (hit.strength() - named_threshold)});
    }
    for (std::uint32_t place = 0; place < scores.size(); ++place)
        ranked.push_back(
            {topic_of_[place], scores[place], scores[place] - model_->topics()[place].threshold});
    std::ranges::stable_sort(
        ranked, [](const TopicScore& a, const TopicScore& b) { return a.margin > b.margin; });
    return ranked;
}

TaggedTopics TopicTagger::tag(const schemas::Publication& publication) const {
    const auto stretches = topic_stretches(publication, analyzers_);
    const TopicEvidence evidence(stretches, names_, model_.get());
    TaggedTopics tagged;
    for (const TopicScore& scored : rank(stretches)) {
        if (scored.margin < 0)
            break;
        schemas::Topic topic{.term = topics()[scored.topic].term,
                             .by = schemas::TopicOrigin::Analyzer,
                             .weight = weight_of(scored.margin),
                             .evidence = evidence.find(scored.topic, learned_[scored.topic])};
        if (topic.evidence.empty())
            continue;
        topic.words = evidence.words(scored.topic, learned_[scored.topic]);
        (topic.weight >= sure_ ? tagged.set : tagged.suggested).push_back(std::move(topic));
    }
    leave_the_narrowest(tagged);
    return tagged;
}

} // namespace praxis::analyzers
