// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/image/image.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace praxis::search {

using index::no_ordinal;
using index::Ordinal;

// The values of one facet as the whole library has them, with their labels: those of the base, and
// behind them those that only the delta has.
//
// The label of a value is the commonest that publications give it, wherever they are.
//
// Shapes:   values are numbered 0 … size() - 1, of one image in the order of their bytes; some may
//           have gone (`total` 0), which `find` does not find.
// Threads:  Immutable
// Lifetime: facet and images must outlive it.
class FacetValues {
public:
    // `layers`: the facet in the base, and perhaps in the delta; `gone`: documents of the base.
    FacetValues(const schemas::Facet& facet,
                std::vector<const index::ImageFacet*> layers,
                std::span<const std::uint32_t> gone);

    const schemas::Facet& facet() const { return *facet_; }

    std::uint32_t size() const {
        return base().values.size() + static_cast<std::uint32_t>(added_.size());
    }

    std::string_view value(Ordinal ordinal) const {
        return is_added(ordinal) ? layers_[1]->values[added(ordinal)] : base().values[ordinal];
    }

    std::string_view label(Ordinal ordinal) const;

    // The value above it, or no_ordinal.
    Ordinal parent(Ordinal ordinal) const;

    // By collation, odd; equal labels have equal ranks.
    std::uint32_t label_rank(Ordinal ordinal) const {
        return label_ranks_.empty() ? base().label_ranks[ordinal] : label_ranks_[ordinal];
    }

    // Where a label that no value has would stand: even between two ranks; odd if it is one's.
    // `key` is its collation key.
    std::uint32_t rank_of_label(std::string_view key) const;

    // How many publications have the value.
    std::uint32_t total(Ordinal ordinal) const {
        return layers_.size() == 1 ? base().totals[ordinal] : totals_[ordinal];
    }

    std::optional<Ordinal> find(std::string_view value) const;

    // The number here of a layer's value.
    Ordinal of(std::size_t layer, Ordinal ordinal) const {
        return layer == 0 ? ordinal : delta_ordinals_[ordinal];
    }

    // Counts by each layer's values → counts by the values here.
    std::vector<std::uint32_t> together(std::vector<std::vector<std::uint32_t>> counts) const;

private:
    const index::ImageFacet& base() const { return *layers_.front(); }

    bool is_added(Ordinal ordinal) const { return ordinal >= base().values.size(); }

    Ordinal added(Ordinal ordinal) const { return added_[ordinal - base().values.size()]; }

    void add_up(std::span<const std::uint32_t> gone);
    void choose_labels(std::span<const std::uint32_t> gone);
    void rank_labels();

    const schemas::Facet* facet_;
    std::vector<const index::ImageFacet*> layers_;

    // Of two layers only.
    std::vector<Ordinal> delta_ordinals_; // by the delta's values: the number here
    std::vector<Ordinal> added_;          // those of the delta's values that the base does not have
    std::vector<std::uint32_t> totals_;
    std::unordered_map<Ordinal, std::string_view> labels_; // where another than the base's is shown
    std::vector<std::uint32_t> label_ranks_;               // empty: as in the base
};

} // namespace praxis::search
