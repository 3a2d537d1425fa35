// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/acronym_table.h"

#include "base/bisection.h"

#include <algorithm>
#include <string>

namespace praxis::index {

namespace {

std::pair<std::size_t, std::size_t>
range_of(std::string_view key, std::size_t count, const auto& key_at) {
    const std::size_t first =
        first_without(0, count, [&](std::size_t place) { return key_at(place) < key; });
    return {first,
            first_without(first, count, [&](std::size_t place) { return key_at(place) == key; })};
}

} // namespace

AcronymTable::AcronymTable(const SectionFile& file, std::uint32_t first_section)
    : texts_(file, first_section), counts_(file.values<AcronymCounts>(first_section + 2)) {
    const bool holds = texts_.size() == 4 * counts_.size() &&
                       std::ranges::all_of(counts_, [&](const AcronymCounts& counts) {
                           return counts.by_long_form < counts_.size();
                       });
    if (!holds)
        throw Error(ErrorKind::Corrupt, "the acronyms of an image do not fit together");
}

std::pair<std::size_t, std::size_t> AcronymTable::of_acronym(std::string_view key) const {
    return range_of(key, size(), [&](std::size_t pair) { return texts_[4 * pair]; });
}

std::pair<std::size_t, std::size_t> AcronymTable::of_long_form(std::string_view key) const {
    return range_of(key, size(), [&](std::size_t place) { return long_form_at(place); });
}

bool AcronymTable::has_longer_form(std::string_view key) const {
    const std::string longer = std::string(key) + " ";
    const std::size_t next =
        first_without(0, size(), [&](std::size_t place) { return long_form_at(place) < longer; });
    return next < size() && long_form_at(next).starts_with(longer);
}

} // namespace praxis::index
