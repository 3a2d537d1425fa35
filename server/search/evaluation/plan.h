// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/lattice.h"
#include "server/search/query/query.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace praxis::search {

// A query bound to a generation: every word looked up, every pattern expanded, every name
// resolved. What evaluates it, scores it and marks its words needs nothing of the query beyond.
//
// Shapes:   mirrors the query's tree; leaves are kept apart and named by their number.
// Threads:  Immutable

// A leaf that is looked for in texts, in a facet's values, or both.
struct PlannedLeaf {
    Lattice lattice;
    std::optional<std::size_t> field; // only there; nothing: in every field with a weight
    std::optional<std::size_t> facet; // its values count, too
    bool labels = false;              // the words of the facet's labels, and not only the value
    std::string value;                // what the facet's value would be
    bool by_edits = false;            // fuzzy: fewer edits rank higher
    bool by_presence = false; // a pattern: every publication that has a word of it scores alike
    bool quoted = false;      // a phrase, in its exact form
    bool excluded = false;    // below a negation: adds nothing to show
    // The lists of a bare word's parts as it was typed, without other names and joined forms.
    std::vector<std::uint32_t> typed_lists;
    std::vector<Ordinal> labelled; // the facet's values, in the layer, whose labels match
};

struct PlanNode;

struct PlannedAll {
    std::vector<PlanNode> nodes;
};

struct PlannedAny {
    std::vector<PlanNode> nodes;
};

struct PlannedRun {
    std::size_t needed = 0;
    std::vector<PlanNode> words;
    std::vector<PlanNode> required;
    std::vector<PlanNode> excluded;
};

struct LeafNumber {
    std::size_t number = 0;
};

struct PlanNode {
    std::variant<Everything, Nothing, LeafNumber, Range, PlannedAll, PlannedAny, PlannedRun> value;
};

struct Plan {
    PlanNode root;
    std::vector<PlannedLeaf> leaves;
};

// By layer: the same tree and leaves, bound to the forms and values of each.
using Plans = std::vector<Plan>;

constexpr std::size_t max_expanded_terms = 1024; // of one query

// `query` is settled (query_settling.h). Notes say what patterns and fuzzy words stand for.
// Errors: InvalidInput on "q" with position, when they stand for more than 1,024 words.
Answered<Plans> plan_query(const Node& query,
                           const Snapshot& snapshot,
                           const Deadline& deadline,
                           std::vector<Note>& notes);

} // namespace praxis::search
