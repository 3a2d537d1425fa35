// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "schemas/vocabulary.h"
#include "analyzers/topics/phrase_table.h"
#include "analyzers/topics/topic_text.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace praxis::analyzers {

// The topics that can be given, and where a text calls them by name.
//
// They are the concepts of the library's vocabulary and, behind them, the topics that its editors
// use besides. A topic's names are its label and its synonyms.
//
// Threads:  Immutable

struct KnownTopic {
    schemas::Term term;
    std::vector<std::string> names;
    std::string scope_note;
};

// What a text says by name of one topic.
struct NameHits {
    std::uint32_t topic = 0; // place in TopicNames::topics()
    bool in_title = false;
    bool in_summary = false;
    std::uint32_t in_body = 0;

    // 3 for the title, 2 for the summary, 1 + ln n for n times in the body.
    double strength() const;
};

class TopicNames {
public:
    // `vocabulary` may be null. A topic in use that is called as a concept is that concept, under
    // the value by which it is in use.
    TopicNames(const schemas::Vocabulary* vocabulary,
               const std::vector<schemas::Term>& in_use,
               const AnalyzerSet& analyzers);

    const std::vector<KnownTopic>& topics() const { return topics_; }

    const PhraseTable& phrases() const { return phrases_; }

    std::optional<std::uint32_t> find(std::string_view value) const;

    // Ascending by topic, each once.
    std::vector<NameHits> hits(std::span<const Stretch> stretches) const;

private:
    void add(KnownTopic topic, const AnalyzerSet& analyzers);

    std::vector<KnownTopic> topics_;
    std::unordered_map<std::string, std::uint32_t> by_value_;
    PhraseTable phrases_;
};

} // namespace praxis::analyzers
