// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "server/search/sets/layer_sets.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// What a request has chosen, bound to a snapshot.
//
// In each facet there is a choice (any of these values or ranges, or none at all) and there are
// conditions (each of `all`, none of `none`). A count beside a value asks what would come of
// choosing it instead of the choice; so a facet's values are counted over the publications that
// meet everything but that facet's choice ("drill sideways"). A facet with an `all` condition is
// counted by adding to it: there its choice is a condition, too.
//
// Threads:  Immutable
// Lifetime: the snapshot must outlive it.

// One facet's part of the request; unknown values are kept by their text.
struct FacetChoice {
    std::vector<std::string> any;
    std::vector<std::string> all;
    std::vector<std::string> none;
    bool missing = false;
    std::vector<RangeFilter> ranges;

    bool chooses() const { return !any.empty() || missing || !ranges.empty(); }

    // Whether values are counted by adding them to those in `all`.
    bool adds() const { return !all.empty(); }
};

class Selection {
public:
    // The request's facets and range fields exist (request_check.h).
    Selection(const SearchRequest& request, const Snapshot& snapshot);

    // Those of `documents` that meet everything, but for the choice in facet `open`.
    LayerSets filter(const LayerSets& documents,
                     std::optional<std::size_t> open = std::nullopt) const;

    // Whether the facet's values are counted over other publications than those that are found.
    bool is_open(std::size_t facet) const {
        return choices_[facet].chooses() && !choices_[facet].adds();
    }

    const FacetChoice& choice(std::size_t facet) const { return choices_[facet]; }

    // Notes the chosen values that no publication has.
    void note_unknown(std::vector<Note>& notes) const;

private:
    // What a choice comes to in one layer.
    struct Bound {
        std::vector<std::optional<DocumentSet>> chosen; // who meets the choice; nothing: no choice
        std::vector<DocumentSet> conditions;            // that must all be met
    };

    std::vector<RangeFilter> collect(const SearchRequest& request);
    Bound bind(const std::vector<RangeFilter>& dates, const Layer& layer) const;
    void bind_conditions(std::size_t facet, const Layer& layer, Bound& bound) const;
    DocumentSet chosen(std::size_t facet, const Layer& layer) const;

    const Snapshot& snapshot_;
    std::vector<FacetChoice> choices_; // by the library's order
    std::vector<Bound> bound_;         // by layer
};

} // namespace praxis::search
