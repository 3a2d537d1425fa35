// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// A publication as the topic analyzers see it: stretches of text with the stems of their words.
//
// Labels are no part of it: neither topics nor keywords, so that what is learned from publications
// that people labelled holds for those that nobody labelled.
//
// Shapes:   title and summary first, then each passage (its heading is a stretch of its own, of
//           the same part); words in the order of the text. A stem is a fingerprint.
// Units:    begin and end in bytes of the stretch's text, end excluded.
// Threads:  Thread-compatible
// Lifetime: stretches look into the publication.

enum class TextPart : std::uint8_t { Title, Summary, Body };

struct TopicWord {
    std::uint64_t stem = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_stop = false;    // carries no topic by itself: "the", "of"
    bool is_capital = false; // written in capitals: an acronym
};

struct Stretch {
    TextPart part = TextPart::Body;
    bool is_quotable = false;  // evidence can be taken from it: all but headings
    std::uint32_t passage = 0; // as Evidence::passage (schemas/evidence_place.h)
    std::string_view text;
    std::vector<TopicWord> words;
};

std::vector<TopicWord> topic_words(std::string_view text, const AnalyzerSet& analyzers);

std::vector<Stretch> topic_stretches(const schemas::Publication& publication,
                                     const AnalyzerSet& analyzers);

} // namespace praxis::analyzers
