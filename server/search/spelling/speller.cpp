// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/speller.h"

#include "base/fingerprint.h"
#include "analyzers/letters.h"
#include "server/search/spelling/edit_cost.h"
#include "server/search/spelling/near_words.h"
#include "server/search/spelling/sound_key.h"

#include <algorithm>
#include <cmath>

namespace praxis::search {

namespace {

constexpr std::size_t shortest_word = 4;
constexpr std::size_t longest_word = 64;
constexpr std::size_t near_edits = 2;
constexpr std::size_t far_edits = 3; // where nothing is near, for long words
constexpr std::size_t long_word = 9;
constexpr std::size_t shortest_half = 3; // of two words written as one
constexpr std::size_t judged_by_neighbours = 12;
constexpr double most_sounding_cost = 4;
constexpr double weight_of_frequency = 0.2;
constexpr double weight_of_sound = 0.3;
constexpr double weight_of_neighbour = 0.2;
constexpr double missing_blank = 0.8;

// Two keys with one fingerprint make a word a candidate that edits then judge.
std::uint32_t sound_of(std::string_view word) {
    const std::string key = sound_key(word);
    return key.size() < 2 ? 0 : static_cast<std::uint32_t>(fingerprint_of(key));
}

void keep_best(std::vector<Speller::Candidate>& candidates, std::size_t limit) {
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.text < b.text;
    });
    if (candidates.size() > limit)
        candidates.resize(limit);
}

double evidence(std::uint64_t pairs) {
    return weight_of_neighbour * std::log(1.0 + static_cast<double>(pairs));
}

} // namespace

Speller::Speller(WordList words) : words_(std::move(words)) {
    for (std::size_t place = 0; place < words_.size(); ++place)
        if (const std::uint32_t sound = sound_of(words_.word(place)); sound != 0)
            by_sound_.emplace_back(sound, static_cast<std::uint32_t>(place));
    std::sort(by_sound_.begin(), by_sound_.end());
}

bool Speller::is_correctable(std::string_view word) {
    return word.size() >= shortest_word && word.size() <= longest_word &&
           std::ranges::all_of(word, analyzers::is_letter);
}

std::vector<Speller::Candidate> Speller::candidates(std::string_view word,
                                                    const Neighbours& neighbours,
                                                    const PairCount& pairs,
                                                    std::size_t limit) const {
    if (!is_correctable(word) || knows(word))
        return {};
    std::vector<Candidate> found;
    for (const std::size_t place : places_of_candidates(word))
        found.push_back({std::string(words_.word(place)), word_cost(word, place)});
    add_splits(word, pairs, found);
    keep_best(found, std::max(limit, judged_by_neighbours));
    for (Candidate& candidate : found) {
        const std::size_t blank = candidate.text.find(' ');
        if (!neighbours.left.empty())
            candidate.cost -= evidence(pairs(neighbours.left, candidate.text.substr(0, blank)));
        if (!neighbours.right.empty())
            candidate.cost -= evidence(pairs(candidate.text.substr(blank + 1), neighbours.right));
    }
    keep_best(found, limit);
    return found;
}

std::vector<std::size_t> Speller::places_of_candidates(std::string_view word) const {
    std::vector<std::size_t> places = near_words(word, near_edits, words_);
    if (const std::uint32_t sound = sound_of(word); sound != 0)
        for (auto same = std::lower_bound(
                 by_sound_.begin(), by_sound_.end(), std::pair(sound, std::uint32_t{0}));
             same != by_sound_.end() && same->first == sound;
             ++same)
            if (edit_cost(word, words_.word(same->second)) <= most_sounding_cost)
                places.push_back(same->second);
    if (places.empty() && word.size() >= long_word)
        places = near_words(word, far_edits, words_);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

double Speller::word_cost(std::string_view typed, std::size_t place) const {
    const std::string_view meant = words_.word(place);
    const std::uint32_t sound = sound_of(typed);
    const double bonus = sound != 0 && sound == sound_of(meant) ? weight_of_sound : 0;
    return edit_cost(typed, meant) + rarity(words_.occurrences(place)) - bonus;
}

// Below 0 for common words.
double Speller::rarity(std::uint64_t occurrences) const {
    const double million = static_cast<double>(std::max<std::uint64_t>(words_.total(), 1)) / 1e6;
    return -weight_of_frequency * std::log10(static_cast<double>(occurrences) / million);
}

void Speller::add_splits(std::string_view word,
                         const PairCount& pairs,
                         std::vector<Candidate>& candidates) const {
    for (std::size_t cut = shortest_half; cut + shortest_half <= word.size(); ++cut) {
        const std::string_view left = word.substr(0, cut);
        const std::string_view right = word.substr(cut);
        if (!knows(left) || !knows(right))
            continue;
        if (const std::uint64_t count = pairs(left, right); count > 1)
            candidates.push_back(
                {std::string(left) + " " + std::string(right), missing_blank + rarity(count)});
    }
}

} // namespace praxis::search
