// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/ranges.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// What a request has chosen, bound to a snapshot.
//
// In each facet there is a choice (any of these values or ranges, or none at all) and there are
// conditions (each of `all`, none of `none`). A count beside a value asks what would come of
// choosing it instead of the choice; so what decides is whether a publication fails nothing, or
// nothing but one facet's choice. A facet with an `all` condition is counted by adding to it:
// there its choice is a condition, too.
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

    // What a publication fails.
    struct Verdict {
        bool out = false;                // a condition, or more than one choice
        std::optional<std::size_t> only; // the one facet whose choice it fails
    };

    Verdict judge(std::uint32_t document) const;

    const FacetChoice& choice(std::size_t facet) const { return facets_[facet].choice; }

    // Notes the chosen values that no publication has.
    void note_unknown(std::vector<Note>& notes) const;

private:
    struct Bound {
        std::size_t facet = 0;
        FacetChoice choice;
        std::vector<Ordinal> any;
        std::vector<std::optional<Ordinal>> all; // nothing: a value that no publication has
        std::vector<Ordinal> none;
        std::vector<RangeTest> ranges;
    };

    void collect(const SearchRequest& request);
    void bind(Bound& bound) const;
    bool is_chosen(const Bound& bound, std::uint32_t document) const;
    bool meets_conditions(const Bound& bound, std::uint32_t document) const;

    const Snapshot& snapshot_;
    std::vector<Bound> facets_;       // by the library's order
    std::vector<std::size_t> active_; // those that ask for something
    std::vector<RangeTest> dates_;    // alternatives
};

} // namespace praxis::search
