// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/sentences.h"

#include <string_view>

namespace praxis::analyzers {

namespace {

constexpr std::size_t most_words = 40;

// Whether a sentence ends in what stands between two words.
bool ends_in(std::string_view between) {
    const std::size_t mark = between.find_first_of(".?!");
    return between.find('\n') != std::string_view::npos ||
           (mark != std::string_view::npos && between.find(' ', mark) != std::string_view::npos);
}

// "e.g. parks" goes on, "Parks. The city" does not; a single letter before it is an initial.
bool goes_on(const Stretch& stretch, std::size_t word, std::string_view between) {
    const TopicWord& before = stretch.words[word];
    const char next = stretch.text[stretch.words[word + 1].begin];
    return between.find('\n') == std::string_view::npos &&
           ((next >= 'a' && next <= 'z') || before.end - before.begin == 1);
}

} // namespace

std::vector<Sentence> sentences_of(const Stretch& stretch) {
    std::vector<Sentence> sentences;
    std::size_t first = 0;
    for (std::size_t i = 0; i < stretch.words.size(); ++i) {
        bool ends = i + 1 == stretch.words.size() || i + 1 - first == most_words;
        if (!ends) {
            const std::size_t begin = stretch.words[i].end;
            const std::size_t end = stretch.words[i + 1].begin;
            const std::string_view between =
                begin < end ? stretch.text.substr(begin, end - begin) : std::string_view();
            ends = ends_in(between) && !goes_on(stretch, i, between);
        }
        if (!ends)
            continue;
        sentences.push_back({first, i});
        first = i + 1;
    }
    return sentences;
}

} // namespace praxis::analyzers
