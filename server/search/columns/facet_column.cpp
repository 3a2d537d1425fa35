// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/facet_column.h"

#include "analyzers/collation.h"

#include <algorithm>
#include <charconv>

namespace praxis::search {

namespace {

std::optional<int> number_of(const std::string& value) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size())
        return std::nullopt;
    return number;
}

// Ranks the labels; gives one value of each rank.
std::vector<Ordinal> rank_labels(std::vector<FacetEntry>& entries) {
    std::vector<std::pair<std::string, Ordinal>> keys;
    for (Ordinal i = 0; i < entries.size(); ++i)
        keys.emplace_back(analyzers::sort_key(entries[i].label), i);
    std::sort(keys.begin(), keys.end());
    std::vector<Ordinal> by_label;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i == 0 || keys[i].first != keys[i - 1].first)
            by_label.push_back(keys[i].second);
        entries[keys[i].second].label_rank = static_cast<std::uint32_t>(by_label.size() * 2 - 1);
    }
    return by_label;
}

} // namespace

std::optional<Ordinal> FacetColumn::find(std::string_view value) const {
    const auto found = std::lower_bound(
        entries_.begin(), entries_.end(), value, [](const FacetEntry& entry, std::string_view v) {
            return entry.value < v;
        });
    if (found == entries_.end() || found->value != value)
        return std::nullopt;
    return static_cast<Ordinal>(found - entries_.begin());
}

std::uint32_t FacetColumn::rank_of_label(std::string_view key) const {
    std::size_t first = 0;
    std::size_t last = by_label_.size();
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        const std::string there = analyzers::sort_key(entries_[by_label_[middle]].label);
        if (there == key)
            return entries_[by_label_[middle]].label_rank;
        (there < key ? first : last) = there < key ? middle + 1 : middle;
    }
    return static_cast<std::uint32_t>(first * 2);
}

void FacetColumnBuilder::add(std::uint32_t document, const schemas::Publication& publication) {
    const std::size_t first = pairs_.size();
    for (const schemas::Term& term : schemas::facet_terms(publication, facet_)) {
        if (facet_.shape != schemas::FacetShape::Hierarchical) {
            pairs_.emplace_back(document, see(term.value, term.label()));
            continue;
        }
        std::size_t level = 0;
        for (std::size_t end = term.value.find('/');; end = term.value.find('/', end + 1)) {
            const std::string path = term.value.substr(0, end);
            pairs_.emplace_back(document,
                                see(path, level < term.labels.size() ? term.labels[level] : path));
            ++level;
            if (end == std::string::npos)
                break;
        }
    }
    const auto begin = pairs_.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, pairs_.end());
    pairs_.erase(std::unique(begin, pairs_.end()), pairs_.end());
}

std::uint32_t FacetColumnBuilder::see(const std::string& value, const std::string& label) {
    Seen& seen =
        seen_.try_emplace(value, Seen{static_cast<std::uint32_t>(seen_.size()), {}}).first->second;
    ++seen.labels[label];
    return seen.number;
}

void FacetColumnBuilder::fill_entries(FacetColumn& column, std::vector<Ordinal>& ordinal_of) const {
    const bool ranged = facet_.shape == schemas::FacetShape::Range;
    for (const auto& [value, seen] : seen_) {
        ordinal_of[seen.number] = static_cast<Ordinal>(column.entries_.size());
        const auto commonest = std::max_element(
            seen.labels.begin(), seen.labels.end(), [](const auto& left, const auto& right) {
                return left.second < right.second;
            });
        column.entries_.push_back(
            {value, commonest->first, no_ordinal, 0, ranged ? number_of(value) : std::nullopt});
    }
    column.by_label_ = rank_labels(column.entries_);
    if (facet_.shape != schemas::FacetShape::Hierarchical)
        return;
    for (FacetEntry& entry : column.entries_)
        if (const std::size_t slash = entry.value.rfind('/'); slash != std::string::npos)
            entry.parent = *column.find(std::string_view(entry.value).substr(0, slash));
}

FacetColumn FacetColumnBuilder::build(std::uint32_t document_limit) const {
    FacetColumn column;
    column.facet_ = &facet_;
    std::vector<Ordinal> ordinal_of(seen_.size());
    fill_entries(column, ordinal_of);
    column.offsets_.assign(document_limit + std::size_t{1}, 0);
    column.ordinals_.reserve(pairs_.size());
    std::size_t next = 0;
    for (std::uint32_t document = 0; document < document_limit; ++document) {
        for (; next < pairs_.size() && pairs_[next].first == document; ++next)
            column.ordinals_.push_back(ordinal_of[pairs_[next].second]);
        std::sort(column.ordinals_.begin() + static_cast<std::ptrdiff_t>(column.offsets_[document]),
                  column.ordinals_.end());
        column.offsets_[document + 1] = column.ordinals_.size();
    }
    return column;
}

} // namespace praxis::search
