// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/word_list.h"

#include "base/bisection.h"

#include <algorithm>

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
    const std::size_t from =
        first_without(0, size(), [&](std::size_t place) { return word(place) < prefix; });
    return {from, behind(prefix, from)};
}

std::size_t WordList::behind(std::string_view prefix, std::size_t from) const {
    std::size_t step = 1;
    while (from + step < size() && word(from + step).starts_with(prefix))
        step *= 2;
    const std::size_t last = std::min(from + step, size());
    return first_without(
        from, last, [&](std::size_t place) { return word(place).starts_with(prefix); });
}

} // namespace praxis::search
