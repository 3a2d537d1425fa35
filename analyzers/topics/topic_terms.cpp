// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_terms.h"

#include "base/fingerprint.h"

#include <algorithm>
#include <string>

namespace praxis::analyzers {

namespace {

// Spreads the bits of two stems, so that (a, b) and (b, a) are different terms.
std::uint64_t pair_term(std::uint64_t left, std::uint64_t right) {
    std::uint64_t mixed = left * 0x9E3779B97F4A7C15ULL + (right ^ (right >> 29U));
    mixed ^= mixed >> 32U;
    return mixed * 0xD6E8FEB86659FD93ULL;
}

double weight_of(TextPart part) {
    switch (part) {
    case TextPart::Title:
        return 3;
    case TextPart::Summary:
        return 2;
    case TextPart::Body:
        break;
    }
    return 1;
}

} // namespace

std::uint64_t name_term(std::string_view topic_value) {
    return fingerprint_of("named " + std::string(topic_value));
}

void visit_terms(
    std::span<const TopicWord> words,
    const std::function<void(std::uint64_t term, std::size_t first, std::size_t last)>& visit) {
    std::size_t before = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].is_stop)
            continue;
        visit(words[i].stem, i, i);
        if (before != words.size())
            visit(pair_term(words[before].stem, words[i].stem), before, i);
        before = i;
    }
}

TermCounts count_terms(std::span<const Stretch> stretches,
                       std::span<const NameHits> hits,
                       const TopicNames& names) {
    TermCounts all;
    for (const Stretch& stretch : stretches)
        visit_terms(stretch.words, [&](std::uint64_t term, std::size_t, std::size_t) {
            all.push_back({term, weight_of(stretch.part)});
        });
    for (const NameHits& hit : hits)
        all.push_back({name_term(names.topics()[hit.topic].term.value), 4 * hit.strength()});
    std::ranges::sort(all, {}, &TermCount::term);
    TermCounts counts;
    for (const TermCount& next : all)
        if (!counts.empty() && counts.back().term == next.term)
            counts.back().count += next.count;
        else
            counts.push_back(next);
    return counts;
}

} // namespace praxis::analyzers
