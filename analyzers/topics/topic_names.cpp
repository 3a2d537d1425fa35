// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_names.h"

#include "schemas/words.h"

#include <cmath>
#include <map>

namespace praxis::analyzers {

double NameHits::strength() const {
    const double body = in_body == 0 ? 0 : 1 + std::log(in_body);
    return (in_title ? 3 : 0) + (in_summary ? 2 : 0) + body;
}

TopicNames::TopicNames(const schemas::Vocabulary* vocabulary,
                       const std::vector<schemas::Term>& in_use,
                       const AnalyzerSet& analyzers) {
    std::unordered_map<std::string, const schemas::Term*> used;
    for (const schemas::Term& term : in_use)
        used.emplace(schemas::squeezed(term.label()), &term);
    if (vocabulary != nullptr)
        for (const schemas::Concept& meant : vocabulary->concepts()) {
            std::vector<std::string> names = {meant.label};
            names.insert(names.end(), meant.synonyms.begin(), meant.synonyms.end());
            const auto same = used.find(schemas::squeezed(meant.label));
            add({same == used.end() ? vocabulary->term(meant) : *same->second,
                 std::move(names),
                 meant.scope_note},
                analyzers);
        }
    for (const schemas::Term& term : in_use)
        add({term, {term.label()}, {}}, analyzers);
}

void TopicNames::add(KnownTopic topic, const AnalyzerSet& analyzers) {
    const auto number = static_cast<std::uint32_t>(topics_.size());
    if (!by_value_.emplace(topic.term.value, number).second)
        return;
    for (const std::string& name : topic.names)
        if (const auto words = topic_words(name, analyzers); !words.empty())
            phrases_.add(words, number);
    topics_.push_back(std::move(topic));
}

std::optional<std::uint32_t> TopicNames::find(std::string_view value) const {
    const auto found = by_value_.find(std::string(value));
    return found == by_value_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<NameHits> TopicNames::hits(std::span<const Stretch> stretches) const {
    std::map<std::uint32_t, NameHits> by_topic;
    for (const Stretch& stretch : stretches)
        phrases_.find(stretch.words, [&](const PhraseTable::Found& found) {
            NameHits& hits = by_topic[found.meaning];
            hits.topic = found.meaning;
            if (stretch.part == TextPart::Title)
                hits.in_title = true;
            else if (stretch.part == TextPart::Summary)
                hits.in_summary = true;
            else
                ++hits.in_body;
        });
    std::vector<NameHits> all;
    all.reserve(by_topic.size());
    for (const auto& [topic, hits] : by_topic)
        all.push_back(hits);
    return all;
}

} // namespace praxis::analyzers
