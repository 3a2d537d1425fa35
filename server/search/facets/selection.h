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
#include <string_view>
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

    // Whether values are counted by taking them in the place of the choice, and not by adding them
    // to those in `all`.
    bool is_open() const { return chooses() && all.empty(); }
};

class Selection {
public:
    // The request's facets and range fields exist (request_check.h).
    Selection(const SearchRequest& request, const Snapshot& snapshot);

    // Those of `documents` that meet everything, but for the choice in facet `open`.
    LayerSets filter(const LayerSets& documents,
                     std::optional<std::size_t> open = std::nullopt) const;

    // Whether the facet's values are counted over other publications than those that are found.
    bool is_open(std::size_t facet) const { return choice(facet).is_open(); }

    const FacetChoice& choice(std::size_t facet) const;

    // Notes the chosen values that no publication has.
    void note_unknown(std::vector<Note>& notes) const;

private:
    struct ChosenIn {
        std::size_t facet = 0;
        FacetChoice choice;
    };

    // Who meets the choice in an open facet.
    struct OpenChoice {
        std::size_t facet = 0;
        DocumentSet documents;
    };

    // What the choices come to in one layer.
    struct Bound {
        std::vector<OpenChoice> open;
        std::vector<DocumentSet> conditions; // that must all be met

        bool empty() const { return open.empty() && conditions.empty(); }
    };

    std::vector<RangeFilter> collect(const SearchRequest& request);
    FacetChoice& choice_to_make(std::string_view facet);
    Bound bind(const std::vector<RangeFilter>& dates, const Layer& layer) const;

    const Snapshot& snapshot_;
    std::vector<ChosenIn> choices_; // of the facets that the request names, in the library's order
    std::vector<Bound> bound_;      // by layer
};

} // namespace praxis::search
