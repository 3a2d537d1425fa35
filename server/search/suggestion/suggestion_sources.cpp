// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/suggestion_sources.h"

#include "server/search/aids/known_forms.h"
#include "server/search/snapshot.h"
#include "server/search/suggestion/phrases.h"
#include "server/search/suggestion/running_text.h"
#include "server/search/suggestion/suggester.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace praxis::search {

namespace {

constexpr std::uint32_t documents_with_phrases = 50'000;
constexpr std::uint32_t documents_with_titles = 200'000;
constexpr std::uint32_t fewest_documents = 3; // of a phrase
constexpr std::size_t most_words = 4;
constexpr std::size_t shortest_word = 3;
constexpr double weight_of_title = 10;

class Sources {
public:
    explicit Sources(const Snapshot& snapshot) : snapshot_(snapshot) {}

    std::vector<SuggestionEntry> entries() {
        add_phrases();
        for (const FacetValues& facet : snapshot_.facets())
            if (const auto kind = kind_of(facet.facet()))
                add_values(*kind, facet);
        add_titles();
        return std::move(entries_);
    }

private:
    static std::optional<SuggestionKind> kind_of(const schemas::Facet& facet) {
        if (facet.property == "topic")
            return SuggestionKind::Topic;
        if (facet.property == "organization")
            return SuggestionKind::Organization;
        if (facet.property == "place")
            return SuggestionKind::Place;
        return std::nullopt;
    }

    void add_phrases() {
        const FormNumbers forms = form_numbers(snapshot_);
        const RunningText text =
            running_text(snapshot_, forms, snapshot_.end_of_first(documents_with_phrases));
        for (const FrequentPhrase& phrase :
             frequent_phrases(text, may_end(forms.texts), fewest_documents, most_words)) {
            std::string words;
            for (std::size_t i = 0; i < phrase.words; ++i)
                words += std::string(forms.texts[text.forms[phrase.begin + i]]) + " ";
            SuggestionEntry& entry = entries_.emplace_back();
            entry.folded = words;
            words.pop_back();
            entry.suggestion = {SuggestionKind::Query, words, {}, words, "", phrase.documents};
            entry.begins = {0};
            entry.weight = (phrase.documents + weight_of_title * phrase.titles) *
                           static_cast<double>(phrase.words);
        }
    }

    std::vector<bool> may_end(const std::vector<std::string_view>& words) const {
        std::vector<bool> may_end;
        for (const std::string_view word : words)
            may_end.push_back(word.size() >= shortest_word &&
                              std::none_of(word.begin(),
                                           word.end(),
                                           [](char c) {
                                               return static_cast<unsigned char>(c) < 0x80 &&
                                                      (c < 'a' || c > 'z');
                                           }) &&
                              !snapshot_.analyzers().is_stop_word(word));
        return may_end;
    }

    void add_values(SuggestionKind kind, const FacetValues& facet) {
        for (Ordinal ordinal = 0; ordinal < facet.size(); ++ordinal)
            if (facet.total(ordinal) > 0)
                add({kind,
                     std::string(facet.label(ordinal)),
                     {},
                     std::string(facet.value(ordinal)),
                     facet.facet().name,
                     facet.total(ordinal)},
                    facet.total(ordinal),
                    0);
    }

    void add_titles() {
        const std::uint32_t limit = snapshot_.end_of_first(documents_with_titles);
        for (std::uint32_t document = 0; document < limit; ++document) {
            if (!snapshot_.lives(document))
                continue;
            add({SuggestionKind::Publication,
                 snapshot_.publication(document).title,
                 {},
                 std::string(snapshot_.id(document)),
                 "",
                 1},
                1,
                -static_cast<std::int64_t>(document)); // documents are in the order of dates
        }
    }

    // Found by each of its words that is no stop word, or by its first.
    void add(Suggestion suggestion, double weight, std::int64_t date) {
        SuggestionEntry entry;
        entry.folded = folded_text(suggestion.text, snapshot_.analyzers());
        if (entry.folded.empty())
            return;
        for (std::size_t begin = 0; begin < entry.folded.size();) {
            const std::size_t end = entry.folded.find(' ', begin);
            const std::string_view word = std::string_view(entry.folded).substr(begin, end - begin);
            if (begin == 0 || !snapshot_.analyzers().is_stop_word(word))
                entry.begins.push_back(begin);
            begin = end + 1;
        }
        entry.suggestion = std::move(suggestion);
        entry.weight = weight;
        entry.date = date;
        entries_.push_back(std::move(entry));
    }

    const Snapshot& snapshot_;
    std::vector<SuggestionEntry> entries_;
};

} // namespace

SuggestionIndex make_suggestions(const Snapshot& snapshot) {
    return SuggestionIndex(Sources(snapshot).entries());
}

} // namespace praxis::search
