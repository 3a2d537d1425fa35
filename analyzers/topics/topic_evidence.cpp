// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_evidence.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace praxis::analyzers {

namespace {

constexpr std::size_t most_sentences = 3;
constexpr std::size_t most_words = 5;
constexpr double part_of_a_name = 1;

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

std::string_view words_of(const Stretch& stretch, std::size_t first, std::size_t last) {
    const std::uint32_t begin = stretch.words[first].begin;
    return stretch.text.substr(begin, stretch.words[last].end - begin);
}

} // namespace

TopicEvidence::TopicEvidence(std::span<const Stretch> stretches,
                             const TopicNames& names,
                             const TopicModel* model)
    : names_(names), model_(model) {
    for (const Stretch& stretch : stretches)
        add(stretch);
}

void TopicEvidence::add(const Stretch& stretch) {
    std::vector<PhraseTable::Found> found;
    names_.phrases().find(stretch.words,
                          [&](const PhraseTable::Found& one) { found.push_back(one); });
    for (const Sentence& sentence : sentences_of(stretch)) {
        Place place{&stretch, sentence, {}};
        const std::span<const TopicWord> words(stretch.words);
        if (model_ != nullptr)
            visit_terms(words.subspan(sentence.first, sentence.last - sentence.first + 1),
                        [&](std::uint64_t term, std::size_t first, std::size_t last) {
                            if (const auto known = model_->find(term))
                                place.parts.push_back({sentence.first + first,
                                                       sentence.first + last,
                                                       known->idf,
                                                       known->weights,
                                                       std::nullopt});
                        });
        for (const PhraseTable::Found& one : found) {
            if (one.first < sentence.first || one.last > sentence.last)
                continue;
            Part part{one.first, one.last, 0, {}, one.meaning};
            const std::string& value = names_.topics()[one.meaning].term.value;
            if (const auto known =
                    model_ == nullptr ? std::nullopt : model_->find(name_term(value))) {
                part.idf = known->idf;
                part.weights = known->weights;
            }
            place.parts.push_back(part);
        }
        places_.push_back(std::move(place));
    }
}

double TopicEvidence::part_of(const Part& part,
                              std::uint32_t topic,
                              std::optional<std::uint32_t> learned) const {
    double sum = part.named == topic ? part_of_a_name : 0;
    if (!learned)
        return sum;
    const auto found =
        std::ranges::lower_bound(part.weights, *learned, {}, &TopicModel::Weight::topic);
    if (found != part.weights.end() && found->topic == *learned)
        sum += part.idf * found->weight;
    return std::max(sum, 0.0);
}

bool TopicEvidence::speaks_for_itself(const Place& place,
                                      std::uint32_t topic,
                                      std::optional<std::uint32_t> learned) const {
    if (std::ranges::any_of(place.parts, [&](const Part& part) { return part.named == topic; }))
        return true;
    if (!learned)
        return false;
    std::vector<double> sums(model_->topics().size());
    double square = 0;
    for (const Part& part : place.parts) {
        square += part.idf * part.idf;
        for (const TopicModel::Weight& weight : part.weights)
            sums[weight.topic] += part.idf * weight.weight;
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] = sums[i] / std::sqrt(std::max(square, 1.0)) + model_->topics()[i].bias;
    return std::ranges::count_if(sums, [&](double sum) { return sum > sums[*learned]; }) < 3;
}

std::vector<schemas::Evidence> TopicEvidence::find(std::uint32_t topic,
                                                   std::optional<std::uint32_t> learned) const {
    auto evidence = find_in(true, topic, learned);
    return evidence.empty() ? find_in(false, topic, learned) : evidence;
}

std::vector<schemas::Evidence>
TopicEvidence::find_in(bool body, std::uint32_t topic, std::optional<std::uint32_t> learned) const {
    std::vector<std::pair<double, const Place*>> spoken;
    for (const Place& place : places_) {
        if (!place.stretch->is_quotable || (place.stretch->part == TextPart::Body) != body)
            continue;
        double sum = 0;
        for (const Part& part : place.parts)
            sum += part_of(part, topic, learned);
        if (sum > 0)
            spoken.emplace_back(sum / std::sqrt(8 + static_cast<double>(place.parts.size())),
                                &place);
    }
    std::ranges::stable_sort(spoken,
                             [](const auto& a, const auto& b) { return a.first > b.first; });
    if (spoken.empty() || !speaks_for_itself(*spoken.front().second, topic, learned))
        return {};
    const double enough = spoken.front().first / 2;
    std::vector<schemas::Evidence> evidence;
    for (const auto& [weight, place] : spoken) {
        if (evidence.size() == most_sentences || weight < enough)
            break;
        const Stretch& stretch = *place->stretch;
        const std::string_view quote =
            words_of(stretch, place->sentence.first, place->sentence.last);
        const auto begin = static_cast<std::uint32_t>(
            code_point_offset(stretch.text, stretch.words[place->sentence.first].begin));
        const auto length = static_cast<std::uint32_t>(count_code_points(quote));
        evidence.push_back(
            {stretch.passage, begin, begin + length, std::string(quote), rounded(weight)});
    }
    return evidence;
}

std::vector<std::string> TopicEvidence::words(std::uint32_t topic,
                                              std::optional<std::uint32_t> learned) const {
    std::map<std::string, std::pair<double, std::string_view>> parts; // by folded form
    for (const Place& place : places_)
        for (const Part& part : place.parts) {
            const double sum = part_of(part, topic, learned);
            const std::string_view text = words_of(*place.stretch, part.first, part.last);
            if (sum <= 0)
                continue;
            auto& [best, shown] = parts[AnalyzerSet::fold(text)];
            if (shown.empty())
                shown = text;
            best = std::max(best, sum);
        }
    std::vector<std::pair<double, std::string_view>> heaviest;
    heaviest.reserve(parts.size());
    for (const auto& [folded, part] : parts)
        heaviest.push_back(part);
    std::ranges::stable_sort(heaviest,
                             [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < heaviest.size() && i < most_words; ++i)
        words.emplace_back(heaviest[i].second);
    return words;
}

} // namespace praxis::analyzers
