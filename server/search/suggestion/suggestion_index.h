// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/spelling/word_list.h"
#include "server/search/suggestion/suggestion.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// Everything that can be suggested, found by the beginnings of its words.
//
// An entry stands in the index once for each of its words that is worth beginning with, under the
// text from there on, so that "improv" finds "Capital improvement program". Entries are numbered
// by rank, so that the best of a stretch of the index are its smallest numbers.
//
// Shapes:   `folded` is the entry's text as tokens with a blank behind each.
// Threads:  Immutable

struct SuggestionEntry {
    Suggestion suggestion; // without parts
    std::string folded;
    std::vector<std::size_t> begins; // the offsets in `folded` that it is found by
    double weight = 0;               // the heaviest first
    std::int64_t date = 0;           // of equal weight, the latest first
};

using EntryNumber = std::uint32_t;

// What was typed, folded: whole words, but for the last where no blank stands behind it.
struct TypedWords {
    std::vector<std::string> words;
    bool last_is_whole = false;
};

class SuggestionIndex {
public:
    SuggestionIndex() = default;
    explicit SuggestionIndex(std::vector<SuggestionEntry> entries);

    const SuggestionEntry& entry(EntryNumber number) const { return entries_[number]; }

    // The words that entries can be found by.
    const WordList& words() const { return words_; }

    // The best entries of a kind in which the typed words stand in a row, the last one perhaps
    // unfinished; then those in which some word begins with each of them. The best first.
    std::vector<EntryNumber>
    find(SuggestionKind kind, const TypedWords& typed, std::size_t limit) const;

private:
    struct Place {
        EntryNumber entry = 0;
        std::uint32_t begin = 0;
    };

    using Places = std::vector<Place>; // ascending by the text from there on

    struct Range {
        Places::const_iterator first;
        Places::const_iterator last;
    };

    std::string_view text_at(const Place& place) const {
        return std::string_view(entries_[place.entry].folded).substr(place.begin);
    }

    Range with_prefix(const Places& places, std::string_view prefix) const;
    bool has_all(EntryNumber entry, const TypedWords& typed) const;
    void add_words();

    std::vector<SuggestionEntry> entries_;
    std::array<Places, 5> places_; // by kind
    WordList words_;
};

} // namespace praxis::search
