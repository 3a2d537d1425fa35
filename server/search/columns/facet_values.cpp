// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/facet_values.h"

#include "analyzers/collation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace praxis::search {

namespace {

// How many publications give a value each of its labels.
using LabelCounts = std::map<std::string_view, std::int64_t>;

// `left`: how many documents of the image have the value, without those that are gone.
void count_labels(const index::ImageFacet& facet,
                  Ordinal value,
                  std::int64_t left,
                  std::span<const std::uint32_t> gone,
                  LabelCounts& counts) {
    const auto others =
        std::equal_range(facet.other_values.begin(), facet.other_values.end(), value);
    for (auto other = others.first; other != others.second; ++other) {
        const auto place = static_cast<std::size_t>(other - facet.other_values.begin());
        const std::int64_t giving = std::count_if(
            facet.other_documents.begin() + facet.other_offsets[place],
            facet.other_documents.begin() + facet.other_offsets[place + 1],
            [&](std::uint32_t document) { return !std::ranges::binary_search(gone, document); });
        counts[facet.other_labels[place]] += giving;
        left -= giving;
    }
    counts[facet.labels[value]] += left;
}

bool has_other_labels(const index::ImageFacet& facet, Ordinal value) {
    return std::ranges::binary_search(facet.other_values, value);
}

// The base's values in the order of their labels.
std::vector<Ordinal> by_label(std::span<const std::uint32_t> label_ranks) {
    std::vector<Ordinal> ordinals(label_ranks.size());
    std::iota(ordinals.begin(), ordinals.end(), Ordinal{0});
    std::ranges::sort(ordinals, {}, [&](Ordinal ordinal) { return label_ranks[ordinal]; });
    return ordinals;
}

std::string key_of(std::string_view label) {
    return analyzers::sort_key(std::string(label));
}

} // namespace

FacetValues::FacetValues(const schemas::Facet& facet,
                         std::vector<const index::ImageFacet*> layers,
                         std::span<const std::uint32_t> gone)
    : facet_(&facet), layers_(std::move(layers)) {
    if (layers_.size() == 1)
        return;
    add_up(gone);
    choose_labels(gone);
    rank_labels();
}

void FacetValues::add_up(std::span<const std::uint32_t> gone) {
    const index::ImageFacet& delta = *layers_.back();
    totals_.assign(base().totals.begin(), base().totals.end());
    for (const std::uint32_t document : gone)
        for (const Ordinal value : base().of(document))
            --totals_[value];
    for (Ordinal value = 0; value < delta.values.size(); ++value) {
        auto known = base().values.find(delta.values[value]);
        if (!known) {
            known = size();
            added_.push_back(value);
            totals_.push_back(0);
        }
        delta_ordinals_.push_back(*known);
        totals_[*known] += delta.totals[value];
    }
}

// Only what the delta's publications have, or those that are gone had, can be labelled otherwise.
void FacetValues::choose_labels(std::span<const std::uint32_t> gone) {
    const index::ImageFacet& delta = *layers_.back();
    std::map<Ordinal, Ordinal> touched; // number here → the delta's, or none
    for (const std::uint32_t document : gone)
        for (const Ordinal value : base().of(document))
            if (has_other_labels(base(), value))
                touched.emplace(value, no_ordinal);
    for (Ordinal value = 0; value < delta.values.size(); ++value)
        if (const Ordinal here = delta_ordinals_[value];
            !is_added(here) && (delta.labels[value] != base().labels[here] ||
                                has_other_labels(delta, value) || has_other_labels(base(), here)))
            touched[here] = value;
    for (const auto& [here, value] : touched) {
        LabelCounts counts;
        const std::uint32_t in_delta = value == no_ordinal ? 0 : delta.totals[value];
        count_labels(base(), here, totals_[here] - in_delta, gone, counts);
        if (value != no_ordinal)
            count_labels(delta, value, in_delta, {}, counts);
        const auto commonest =
            std::ranges::max_element(counts, {}, &LabelCounts::value_type::second);
        if (commonest->first != base().labels[here])
            labels_.emplace(here, commonest->first);
    }
}

// Labels that the base does not show get ranks among its own.
void FacetValues::rank_labels() {
    std::map<std::string, std::vector<Ordinal>> changed; // by key
    for (const auto& [ordinal, label] : labels_)
        changed[key_of(label)].push_back(ordinal);
    for (Ordinal ordinal = base().values.size(); ordinal < size(); ++ordinal)
        changed[key_of(label(ordinal))].push_back(ordinal);
    if (changed.empty())
        return;
    const std::vector<Ordinal> ordered = by_label(base().label_ranks);
    const std::uint32_t last = ordered.empty() ? 1 : base().label_ranks[ordered.back()];
    std::vector<std::uint32_t> behind; // the base's ranks before which new ones stand
    std::vector<std::pair<std::uint32_t, const std::vector<Ordinal>*>> known; // with a rank there
    std::vector<const std::vector<Ordinal>*> fresh;
    for (const auto& [key, ordinals] : changed) {
        const auto at = std::ranges::lower_bound(
            ordered, key, {}, [&](Ordinal ordinal) { return key_of(base().labels[ordinal]); });
        if (at != ordered.end() && key_of(base().labels[*at]) == key) {
            known.emplace_back(base().label_ranks[*at], &ordinals);
            continue;
        }
        behind.push_back(at != ordered.end() ? base().label_ranks[*at] : last + 2);
        fresh.push_back(&ordinals);
    }
    const auto shifted = [&](std::uint32_t rank) {
        const auto before = std::ranges::upper_bound(behind, rank) - behind.begin();
        return rank + 2 * static_cast<std::uint32_t>(before);
    };
    label_ranks_.resize(size());
    for (Ordinal ordinal = 0; ordinal < ordered.size(); ++ordinal)
        label_ranks_[ordinal] = shifted(base().label_ranks[ordinal]);
    for (const auto& [rank, ordinals] : known)
        for (const Ordinal ordinal : *ordinals)
            label_ranks_[ordinal] = shifted(rank);
    for (std::uint32_t i = 0; i < fresh.size(); ++i)
        for (const Ordinal ordinal : *fresh[i])
            label_ranks_[ordinal] = behind[i] + 2 * i;
}

std::string_view FacetValues::label(Ordinal ordinal) const {
    if (const auto other = labels_.find(ordinal); other != labels_.end())
        return other->second;
    return is_added(ordinal) ? layers_[1]->labels[added(ordinal)] : base().labels[ordinal];
}

Ordinal FacetValues::parent(Ordinal ordinal) const {
    if (!is_added(ordinal))
        return base().parents[ordinal];
    const Ordinal parent = layers_[1]->parents[added(ordinal)];
    return parent == no_ordinal ? no_ordinal : delta_ordinals_[parent];
}

std::uint32_t FacetValues::rank_of_label(std::string_view key) const {
    std::vector<Ordinal> ordered(size());
    std::iota(ordered.begin(), ordered.end(), Ordinal{0});
    std::ranges::sort(ordered, {}, [&](Ordinal ordinal) { return label_rank(ordinal); });
    const auto found = std::ranges::lower_bound(
        ordered, key, {}, [&](Ordinal ordinal) { return key_of(label(ordinal)); });
    if (found != ordered.end() && key_of(label(*found)) == key)
        return label_rank(*found);
    return found == ordered.begin() ? 0 : label_rank(*(found - 1)) + 1;
}

std::optional<Ordinal> FacetValues::find(std::string_view value) const {
    std::optional<Ordinal> found = base().values.find(value);
    if (!found && layers_.size() > 1)
        if (const auto in_delta = layers_[1]->values.find(value))
            found = delta_ordinals_[*in_delta];
    return found && total(*found) > 0 ? found : std::nullopt;
}

std::vector<std::uint32_t>
FacetValues::together(std::vector<std::vector<std::uint32_t>> counts) const {
    std::vector<std::uint32_t> sums = std::move(counts.front());
    if (counts.size() == 1)
        return sums;
    sums.resize(size());
    for (Ordinal value = 0; value < counts[1].size(); ++value)
        sums[delta_ordinals_[value]] += counts[1][value];
    return sums;
}

} // namespace praxis::search
