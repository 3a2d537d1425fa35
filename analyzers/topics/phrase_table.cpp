// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/phrase_table.h"

#include <algorithm>

namespace praxis::analyzers {

void PhraseTable::add(std::span<const TopicWord> words, Meaning meaning) {
    if (std::ranges::all_of(words,
                            [](const TopicWord& word) { return word.is_stop && !word.is_capital; }))
        return;
    Phrase phrase{{}, words.size() == 1 && words.front().is_capital, meaning};
    for (const TopicWord& word : words)
        phrase.stems.push_back(word.stem);
    std::vector<Phrase>& rivals = phrases_[phrase.stems.front()];
    const auto same = [&](const Phrase& other) {
        return other.stems == phrase.stems && other.meaning == meaning;
    };
    if (const auto known = std::ranges::find_if(rivals, same); known != rivals.end()) {
        known->is_acronym = known->is_acronym && phrase.is_acronym;
        return;
    }
    const auto place = std::ranges::find_if(
        rivals, [&](const Phrase& other) { return other.stems.size() < phrase.stems.size(); });
    rivals.insert(place, std::move(phrase));
}

bool PhraseTable::begins_with(std::span<const TopicWord> words, const Phrase& phrase) {
    return phrase.stems.size() <= words.size() &&
           (!phrase.is_acronym || words.front().is_capital) &&
           std::ranges::equal(words.first(phrase.stems.size()),
                              phrase.stems,
                              {},
                              [](const TopicWord& word) { return word.stem; });
}

void PhraseTable::find(std::span<const TopicWord> words,
                       const std::function<void(const Found&)>& found) const {
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 0;
        if (const auto rivals = phrases_.find(words[at].stem); rivals != phrases_.end())
            for (const Phrase& phrase : rivals->second) {
                if (length != 0 && phrase.stems.size() != length)
                    break;
                if (!begins_with(words.subspan(at), phrase))
                    continue;
                length = phrase.stems.size();
                found({phrase.meaning, at, at + length - 1});
            }
        at += std::max<std::size_t>(length, 1);
    }
}

} // namespace praxis::analyzers
