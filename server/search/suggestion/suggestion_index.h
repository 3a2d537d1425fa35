// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/spelling/word_list.h"
#include "server/search/suggestion/suggestion.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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
// An entry costs its text, some forty bytes and eight for each word: what is shown of it is looked
// up where it comes from.
//
// Shapes:   all is added, then settled, then found.
// Threads:  Thread-compatible while it is made, then Immutable

// What a suggestion leads to.
struct SuggestionTarget {
    SuggestionKind kind = SuggestionKind::Query;
    std::uint32_t facet = 0;  // of a value
    std::uint32_t number = 0; // a document; of a value its ordinal
    std::uint32_t count = 0;  // as Suggestion::count
};

// The highest weight comes first, of equal weights the latest date.
struct SuggestionRank {
    double weight = 0;
    std::int64_t date = 0;
};

using EntryNumber = std::uint32_t;

// What was typed, folded: whole words, but for the last where no blank stands behind it.
struct TypedWords {
    std::vector<std::string> words;
    bool last_is_whole = false;
};

class SuggestionIndex {
public:
    // `folded`: its text as tokens with a blank behind each; `begins`: where the words begin that
    // it is found by.
    void add(const SuggestionTarget& target,
             const SuggestionRank& rank,
             std::string_view folded,
             std::span<const std::uint32_t> begins);
    void settle();

    const SuggestionTarget& target(EntryNumber entry) const { return entries_[entry].target; }

    std::string_view folded(EntryNumber entry) const {
        return std::string_view(texts_).substr(entries_[entry].begin, entries_[entry].size);
    }

    // The words that entries can be found by.
    const WordList& words() const { return words_; }

    // The best entries of a kind in which the typed words stand in a row, the last one perhaps
    // unfinished; then those in which some word begins with each of them. The best first.
    std::vector<EntryNumber>
    find(SuggestionKind kind, const TypedWords& typed, std::size_t limit) const;

private:
    struct Entry {
        SuggestionTarget target;
        SuggestionRank rank;
        std::uint32_t begin = 0; // in texts_
        std::uint32_t size = 0;
    };

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
        return folded(place.entry).substr(place.begin);
    }

    Range with_prefix(const Places& places, std::string_view prefix) const;
    bool has_all(EntryNumber entry, const TypedWords& typed) const;
    void number_by_rank();
    void add_words();

    std::string texts_;
    std::vector<Entry> entries_;
    std::array<Places, 5> places_; // by kind
    WordList words_;
};

} // namespace praxis::search
