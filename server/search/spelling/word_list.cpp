// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/word_list.h"

#include <algorithm>
#include <ranges>

namespace praxis::search {

void WordList::add(std::string_view word, std::uint32_t occurrences) {
    texts_ += word;
    offsets_.push_back(static_cast<std::uint32_t>(texts_.size()));
    occurrences_.push_back(occurrences);
    total_ += occurrences;
}

std::optional<std::size_t> WordList::find(std::string_view word) const {
    const std::size_t place = with_prefix(word).first;
    if (place == size() || this->word(place) != word)
        return std::nullopt;
    return place;
}

WordList::Range WordList::with_prefix(std::string_view prefix) const {
    const auto places = std::views::iota(std::size_t{0}, size());
    const auto first = std::ranges::partition_point(
        places, [&](std::size_t place) { return word(place) < prefix; });
    const std::size_t from = first == places.end() ? size() : *first;
    return {from, behind(prefix, from)};
}

std::size_t WordList::behind(std::string_view prefix, std::size_t from) const {
    std::size_t step = 1;
    while (from + step < size() && word(from + step).starts_with(prefix))
        step *= 2;
    const std::size_t last = std::min(from + step, size());
    const auto places = std::views::iota(from, last);
    const auto end = std::ranges::partition_point(
        places, [&](std::size_t place) { return word(place).starts_with(prefix); });
    return end == places.end() ? last : *end;
}

} // namespace praxis::search
