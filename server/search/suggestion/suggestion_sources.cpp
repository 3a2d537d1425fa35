// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/suggestion_sources.h"

#include "analyzers/letters.h"
#include "index/image/length_code.h"
#include "server/search/aids/known_forms.h"
#include "server/search/snapshot.h"
#include "server/search/suggestion/phrases.h"
#include "server/search/suggestion/running_text.h"
#include "server/search/suggestion/suggester.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace praxis::search {

namespace {

constexpr double words_with_phrases = 2'000'000;
constexpr std::uint32_t documents_with_titles = 200'000;
constexpr std::uint32_t fewest_documents = 3; // of a phrase
constexpr std::size_t most_words = 4;
constexpr std::size_t shortest_word = 3;
constexpr double weight_of_title = 10;

std::optional<SuggestionKind> kind_of(const schemas::Facet& facet) {
    if (facet.property == "topic")
        return SuggestionKind::Topic;
    if (facet.property == "organization")
        return SuggestionKind::Organization;
    if (facet.property == "place")
        return SuggestionKind::Place;
    return std::nullopt;
}

// The number behind the first documents that have about so many words together.
std::uint32_t end_of_words(const Snapshot& snapshot, double words) {
    std::uint32_t end = 0;
    for (; end < snapshot.document_count() && words > 0; ++end) {
        const Snapshot::Place at = snapshot.place(end);
        if (at.layer->live().contains(at.document))
            words -= index::decoded_length(at.layer->image().length_codes()[at.document]);
    }
    return end;
}

class Sources {
public:
    explicit Sources(const Snapshot& snapshot) : snapshot_(snapshot) {}

    SuggestionIndex index() {
        add_phrases();
        for (std::uint32_t facet = 0; facet < snapshot_.facets().size(); ++facet)
            if (const auto kind = kind_of(snapshot_.facets()[facet].facet()))
                add_values(*kind, facet);
        add_titles();
        index_.settle();
        return std::move(index_);
    }

private:
    void add_phrases() {
        const FormNumbers forms = form_numbers(snapshot_);
        const RunningText text =
            running_text(snapshot_, forms, end_of_words(snapshot_, words_with_phrases));
        for (const FrequentPhrase& phrase :
             frequent_phrases(text, may_end(forms.texts), fewest_documents, most_words)) {
            std::string words;
            for (std::size_t i = 0; i < phrase.words; ++i)
                words += std::string(forms.texts[text.forms[phrase.begin + i]]) + " ";
            const double weight = (phrase.documents + weight_of_title * phrase.titles) *
                                  static_cast<double>(phrase.words);
            index_.add({SuggestionKind::Query, 0, 0, phrase.documents},
                       {weight, 0},
                       words,
                       std::array{0U});
        }
    }

    std::vector<bool> may_end(const std::vector<std::string_view>& words) const {
        std::vector<bool> may_end;
        for (const std::string_view word : words)
            may_end.push_back(word.size() >= shortest_word &&
                              std::ranges::all_of(word, analyzers::is_letter) &&
                              !snapshot_.analyzers().is_stop_word(word));
        return may_end;
    }

    void add_values(SuggestionKind kind, std::uint32_t facet) {
        const FacetValues& values = snapshot_.facets()[facet];
        for (Ordinal ordinal = 0; ordinal < values.size(); ++ordinal)
            if (const std::uint32_t total = values.total(ordinal); total > 0)
                add({kind, facet, ordinal, total}, {double(total), 0}, values.label(ordinal));
    }

    void add_titles() {
        const std::uint32_t limit = snapshot_.end_of_first(documents_with_titles);
        for (std::uint32_t document = 0; document < limit; ++document)
            if (snapshot_.lives(document)) // documents are in the order of dates
                add({SuggestionKind::Publication, 0, document, 1},
                    {1, -std::int64_t{document}},
                    snapshot_.title(document));
    }

    // Found by each of its words that is no stop word, or by its first.
    void add(const SuggestionTarget& target, const SuggestionRank& rank, std::string_view text) {
        const std::string folded = folded_text(text, snapshot_.analyzers());
        std::vector<std::uint32_t> begins;
        for (std::size_t begin = 0; begin < folded.size();) {
            const std::size_t end = folded.find(' ', begin);
            const std::string_view word = std::string_view(folded).substr(begin, end - begin);
            if (begin == 0 || !snapshot_.analyzers().is_stop_word(word))
                begins.push_back(static_cast<std::uint32_t>(begin));
            begin = end + 1;
        }
        if (!begins.empty())
            index_.add(target, rank, folded, begins);
    }

    const Snapshot& snapshot_;
    SuggestionIndex index_;
};

} // namespace

SuggestionIndex make_suggestions(const Snapshot& snapshot) {
    return Sources(snapshot).index();
}

Suggestion
suggestion_of(EntryNumber entry, const SuggestionIndex& index, const Snapshot& snapshot) {
    const SuggestionTarget& target = index.target(entry);
    Suggestion suggestion;
    suggestion.kind = target.kind;
    suggestion.count = target.count;
    switch (target.kind) {
    case SuggestionKind::Query: {
        const std::string_view folded = index.folded(entry);
        suggestion.text = suggestion.value = folded.substr(0, folded.size() - 1);
        break;
    }
    case SuggestionKind::Publication:
        suggestion.text = snapshot.title(target.number);
        suggestion.value = snapshot.id(target.number);
        break;
    default: {
        const FacetValues& facet = snapshot.facets()[target.facet];
        suggestion.text = facet.label(target.number);
        suggestion.value = facet.value(target.number);
        suggestion.facet = facet.facet().name;
    }
    }
    return suggestion;
}

} // namespace praxis::search
