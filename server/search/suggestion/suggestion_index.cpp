// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/suggestion_index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

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

void SuggestionIndex::add(const SuggestionTarget& target,
                          const SuggestionRank& rank,
                          std::string_view folded,
                          std::span<const std::uint32_t> begins) {
    const auto entry = static_cast<EntryNumber>(entries_.size());
    for (const std::uint32_t begin : begins)
        places_[static_cast<std::size_t>(target.kind)].push_back({entry, begin});
    entries_.push_back({target,
                        rank,
                        static_cast<std::uint32_t>(texts_.size()),
                        static_cast<std::uint32_t>(folded.size())});
    texts_ += folded;
}

void SuggestionIndex::settle() {
    number_by_rank();
    for (Places& places : places_)
        std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
            const int order = text_at(a).compare(text_at(b));
            return order != 0 ? order < 0 : a.entry < b.entry;
        });
    add_words();
}

void SuggestionIndex::number_by_rank() {
    std::vector<EntryNumber> order(entries_.size());
    std::iota(order.begin(), order.end(), EntryNumber{0});
    const auto key = [&](EntryNumber entry) {
        const Entry& at = entries_[entry];
        return std::tuple(
            -at.rank.weight, -at.rank.date, folded(entry), at.target.facet, at.target.number);
    };
    std::sort(
        order.begin(), order.end(), [&](EntryNumber a, EntryNumber b) { return key(a) < key(b); });
    std::vector<EntryNumber> numbers(order.size());
    std::vector<Entry> entries;
    entries.reserve(order.size());
    for (const EntryNumber entry : order) {
        numbers[entry] = static_cast<EntryNumber>(entries.size());
        entries.push_back(entries_[entry]);
    }
    entries_ = std::move(entries);
    for (Places& places : places_) {
        places.shrink_to_fit();
        for (Place& place : places)
            place.entry = numbers[place.entry];
    }
}

void SuggestionIndex::add_words() {
    std::map<std::string_view, std::uint32_t> counts;
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
    const std::string_view text = folded(entry);
    return std::all_of(typed.words.begin(), typed.words.end(), [&](const std::string& word) {
        return text.starts_with(word) || text.find(" " + word) != std::string_view::npos;
    });
}

} // namespace praxis::search
