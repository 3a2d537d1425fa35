// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::analyzers {

double name_score(const NameHits& hits) {
    return std::min(1.0, hits.strength() / 4);
}

TopicModel::TermWeights TopicModel::weights_at(std::size_t place) const {
    return {idfs_[place],
            std::span(weights_).subspan(begins_[place], begins_[place + 1] - begins_[place])};
}

std::optional<TopicModel::TermWeights> TopicModel::find(std::uint64_t term) const {
    const auto found = std::ranges::lower_bound(terms_, term);
    if (found == terms_.end() || *found != term)
        return std::nullopt;
    return weights_at(static_cast<std::size_t>(found - terms_.begin()));
}

void TopicModel::visit_terms(
    const std::function<void(std::uint64_t term, const TermWeights& known)>& visit) const {
    for (std::size_t place = 0; place < terms_.size(); ++place)
        visit(terms_[place], weights_at(place));
}

std::vector<double> TopicModel::scores(const TermCounts& counts) const {
    std::vector<double> sums(topics_.size());
    double square = 0;
    for (const TermCount& next : counts) {
        const auto known = find(next.term);
        if (!known)
            continue;
        const double value = (1 + std::log(next.count)) * known->idf;
        square += value * value;
        for (const Weight& weight : known->weights)
            sums[weight.topic] += value * weight.weight;
    }
    const double length = square > 0 ? std::sqrt(square) : 1;
    for (std::size_t topic = 0; topic < sums.size(); ++topic)
        sums[topic] = sums[topic] / length + topics_[topic].bias;
    return sums;
}

TopicModelWriter::TopicModelWriter(std::vector<TopicModel::Topic> topics,
                                   double name_share,
                                   std::uint64_t training) {
    model_.topics_ = std::move(topics);
    model_.name_share_ = name_share;
    model_.training_ = training;
    model_.begins_ = {0};
}

void TopicModelWriter::add(std::uint64_t term,
                           float idf,
                           std::span<const TopicModel::Weight> weights) {
    model_.terms_.push_back(term);
    model_.idfs_.push_back(idf);
    model_.weights_.insert(model_.weights_.end(), weights.begin(), weights.end());
    model_.begins_.push_back(static_cast<std::uint32_t>(model_.weights_.size()));
}

TopicModel TopicModelWriter::take() {
    return std::move(model_);
}

} // namespace praxis::analyzers
