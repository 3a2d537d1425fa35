// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/spelling/word_list.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::search {

// Which words of a library an unknown word may have been meant to be, the likeliest first.
//
// Candidates are the words within two edits, those that sound the same (within four edits), and
// two words written as one. A candidate's cost is that of its edits (edit_cost.h), less
//   0.2 log10(occurrences per million words)
//   0.3 if it sounds the same
//   0.2 ln(1 + how often it stands beside the neighbour), for each neighbour.
// So a common word wins over a rare one that is a little nearer, and the words beside it decide
// between "from" and "form".
//
// Shapes:   words of fewer than four letters, and words with anything but letters, have no
//           candidates; nor has a word of the list.
// Threads:  Immutable
// Source:   docs/spelling.md
class Speller {
public:
    struct Candidate {
        std::string text; // one word, or two with a blank between them
        double cost = 0;
    };

    // How often two words stand side by side.
    using PairCount = std::function<std::uint64_t(std::string_view left, std::string_view right)>;

    // The words to the left and right of the slip; empty where there is none.
    struct Neighbours {
        std::string left;
        std::string right;
    };

    Speller() = default;
    explicit Speller(WordList words);

    const WordList& words() const { return words_; }

    bool knows(std::string_view word) const { return words_.find(word).has_value(); }

    static bool is_correctable(std::string_view word);

    // At most `limit`; of equal cost the alphabetically first.
    std::vector<Candidate> candidates(std::string_view word,
                                      const Neighbours& neighbours,
                                      const PairCount& pairs,
                                      std::size_t limit) const;

private:
    std::vector<std::size_t> places_of_candidates(std::string_view word) const;
    double word_cost(std::string_view typed, std::size_t place) const;
    double rarity(std::uint64_t occurrences) const;
    void add_splits(std::string_view word,
                    const PairCount& pairs,
                    std::vector<Candidate>& candidates) const;

    WordList words_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_sound_; // key's fingerprint, place
};

} // namespace praxis::search
