// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/phrases.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

using Number = std::uint32_t; // of a frequent phrase of one length

constexpr Number none = std::numeric_limits<Number>::max();
constexpr double explained_share = 0.8;

class PhraseMiner {
public:
    PhraseMiner(const RunningText& text,
                const std::vector<bool>& may_end,
                std::uint32_t min_documents)
        : text_(text), may_end_(may_end), min_documents_(min_documents) {}

    std::vector<FrequentPhrase> mine(std::size_t max_words) {
        std::vector<Key> keys;
        for (std::size_t at = 0; at < text_.forms.size(); ++at)
            if (text_.forms[at] != RunningText::end_of_text)
                keys.push_back({text_.forms[at], static_cast<std::uint32_t>(at)});
        count(std::move(keys), 1);
        for (std::size_t words = 2; words <= max_words; ++words)
            count(pairs(), words);
        for (const Counted& counted : shorter_)
            keep(counted);
        return std::move(kept_);
    }

private:
    struct Key {
        std::uint64_t parts = 0; // the numbers of the two phrases it is made of
        std::uint32_t at = 0;

        auto operator<=>(const Key&) const = default;
    };

    struct Counted {
        FrequentPhrase phrase;
        bool explained = false;
    };

    std::vector<Key> pairs() const {
        std::vector<Key> keys;
        for (std::size_t at = 0; at + 1 < numbers_.size(); ++at)
            if (numbers_[at] != none && numbers_[at + 1] != none)
                keys.push_back({(std::uint64_t{numbers_[at]} << 32U) | numbers_[at + 1],
                                static_cast<std::uint32_t>(at)});
        return keys;
    }

    // Numbers the frequent phrases of this length; those one word shorter are then done with.
    void count(std::vector<Key> keys, std::size_t words) {
        std::sort(keys.begin(), keys.end());
        std::vector<Number> numbers(text_.forms.size(), none);
        std::vector<Counted> counted;
        for (auto first = keys.begin(); first != keys.end();) {
            const auto last = std::find_if(
                first, keys.end(), [&](const Key& key) { return key.parts != first->parts; });
            if (last - first >= min_documents_) {
                const FrequentPhrase phrase = phrase_at(first, last, words);
                if (phrase.documents >= min_documents_) {
                    for (auto key = first; key != last; ++key)
                        numbers[key->at] = static_cast<Number>(counted.size());
                    counted.push_back({phrase, false});
                    explain_parts(phrase, first->parts);
                }
            }
            first = last;
        }
        for (const Counted& shorter : shorter_)
            keep(shorter);
        shorter_ = std::move(counted);
        numbers_ = std::move(numbers);
    }

    FrequentPhrase phrase_at(std::vector<Key>::const_iterator first,
                             std::vector<Key>::const_iterator last,
                             std::size_t words) {
        const auto distinct = [&](auto from, auto to) {
            documents_.clear();
            for (auto key = from; key != to; ++key)
                documents_.push_back(text_.documents[key->at]);
            std::sort(documents_.begin(), documents_.end());
            return static_cast<std::uint32_t>(std::unique(documents_.begin(), documents_.end()) -
                                              documents_.begin());
        };
        const auto titles_end = std::partition_point(
            first, last, [&](const Key& key) { return key.at < text_.end_of_titles; });
        return {first->at, words, distinct(first, last), distinct(first, titles_end)};
    }

    void explain_parts(const FrequentPhrase& phrase, std::uint64_t parts) {
        if (phrase.words == 1 || !ends_well(phrase))
            return;
        for (const std::uint64_t part : {parts >> 32U, parts & 0xFFFFFFFFU}) {
            Counted& shorter = shorter_[part];
            shorter.explained |= phrase.documents >= explained_share * shorter.phrase.documents;
        }
    }

    bool ends_well(const FrequentPhrase& phrase) const {
        return may_end_[text_.forms[phrase.begin]] &&
               may_end_[text_.forms[phrase.begin + phrase.words - 1]];
    }

    void keep(const Counted& counted) {
        if (!counted.explained && ends_well(counted.phrase))
            kept_.push_back(counted.phrase);
    }

    const RunningText& text_;
    const std::vector<bool>& may_end_;
    const std::uint32_t min_documents_;
    std::vector<Number> numbers_; // of the phrases that begin at each place
    std::vector<Counted> shorter_;
    std::vector<FrequentPhrase> kept_;
    std::vector<std::uint32_t> documents_;
};

} // namespace

std::vector<FrequentPhrase> frequent_phrases(const RunningText& text,
                                             const std::vector<bool>& may_end,
                                             std::uint32_t min_documents,
                                             std::size_t max_words) {
    return PhraseMiner(text, may_end, min_documents).mine(max_words);
}

} // namespace praxis::search
