// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/suggestion_index.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace praxis::search {

namespace {

constexpr std::size_t looked_through = 20'000; // entries that are tested word by word

std::string in_a_row(const TypedWords& typed) {
    std::string text;
    for (const std::string& word : typed.words)
        text += word + " ";
    if (!typed.last_is_whole)
        text.pop_back();
    return text;
}

// The smallest numbers, ascending, each once.
std::vector<EntryNumber> best(std::vector<EntryNumber> numbers, std::size_t limit) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (numbers.size() > limit)
        numbers.resize(limit);
    return numbers;
}

} // namespace

SuggestionIndex::SuggestionIndex(std::vector<SuggestionEntry> entries)
    : entries_(std::move(entries)) {
    std::sort(
        entries_.begin(), entries_.end(), [](const SuggestionEntry& a, const SuggestionEntry& b) {
            return std::tie(b.weight, b.date, a.folded, a.suggestion.value) <
                   std::tie(a.weight, a.date, b.folded, b.suggestion.value);
        });
    for (EntryNumber number = 0; number < entries_.size(); ++number)
        for (const std::size_t begin : entries_[number].begins)
            places_[static_cast<std::size_t>(entries_[number].suggestion.kind)].push_back(
                {number, static_cast<std::uint32_t>(begin)});
    for (Places& places : places_)
        std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
            const int order = text_at(a).compare(text_at(b));
            return order != 0 ? order < 0 : a.entry < b.entry;
        });
    add_words();
}

void SuggestionIndex::add_words() {
    std::map<std::string_view, std::uint64_t> counts;
    for (const Places& places : places_)
        for (const Place& place : places) {
            const std::string_view text = text_at(place);
            ++counts[text.substr(0, text.find(' '))];
        }
    for (const auto& [word, count] : counts)
        words_.add(word, count);
}

SuggestionIndex::Range SuggestionIndex::with_prefix(const Places& places,
                                                    std::string_view prefix) const {
    const auto first = std::partition_point(
        places.begin(), places.end(), [&](const Place& place) { return text_at(place) < prefix; });
    const auto last = std::partition_point(first, places.end(), [&](const Place& place) {
        return text_at(place).starts_with(prefix);
    });
    return {first, last};
}

std::vector<EntryNumber>
SuggestionIndex::find(SuggestionKind kind, const TypedWords& typed, std::size_t limit) const {
    const Places& places = places_[static_cast<std::size_t>(kind)];
    if (typed.words.empty())
        return {};
    std::vector<EntryNumber> found;
    const Range row = with_prefix(places, in_a_row(typed));
    std::transform(row.first, row.last, std::back_inserter(found), [](const Place& place) {
        return place.entry;
    });
    found = best(std::move(found), limit);
    if (found.size() == limit || typed.words.size() == 1)
        return found;
    Range fewest{places.begin(), places.end()};
    for (const std::string& word : typed.words) // not every word is one to find an entry by
        if (const Range range = with_prefix(places, word);
            range.first != range.last && range.last - range.first < fewest.last - fewest.first)
            fewest = range;
    std::vector<EntryNumber> others;
    if (fewest.last - fewest.first <= static_cast<std::ptrdiff_t>(looked_through))
        for (auto place = fewest.first; place != fewest.last; ++place)
            if (has_all(place->entry, typed) &&
                std::find(found.begin(), found.end(), place->entry) == found.end())
                others.push_back(place->entry);
    others = best(std::move(others), limit - found.size());
    found.insert(found.end(), others.begin(), others.end());
    return found;
}

bool SuggestionIndex::has_all(EntryNumber entry, const TypedWords& typed) const {
    const std::string_view folded = entries_[entry].folded;
    return std::all_of(typed.words.begin(), typed.words.end(), [&](const std::string& word) {
        return folded.starts_with(word) || folded.find(" " + word) != std::string_view::npos;
    });
}

} // namespace praxis::search
