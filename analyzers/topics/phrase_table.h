// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/topics/topic_text.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace praxis::analyzers {

// Many phrases, found in one pass over the words of a text: whole words, by their stems.
//
// At each word the longest phrase that begins there is taken and the search goes on behind it, so
// that "open source intelligence" is not also "open source". Several meanings may share a phrase.
// A phrase in capitals (an acronym) is found only where the text has capitals too.
//
// Shapes:   phrases of stop words alone are none.
// Units:    first and last are places in the list of words, last included.
// Threads:  Immutable after the last `add`
class PhraseTable {
public:
    using Meaning = std::uint32_t;

    struct Found {
        Meaning meaning = 0;
        std::size_t first = 0;
        std::size_t last = 0;
    };

    void add(std::span<const TopicWord> words, Meaning meaning);

    void find(std::span<const TopicWord> words,
              const std::function<void(const Found&)>& found) const;

private:
    struct Phrase {
        std::vector<std::uint64_t> stems;
        bool is_acronym = false;
        Meaning meaning = 0;
    };

    static bool begins_with(std::span<const TopicWord> words, const Phrase& phrase);

    // By the first stem; the longest first.
    std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;
};

} // namespace praxis::analyzers
