// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/form_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace praxis::search {

// The words of a leaf, and the ways through them.
//
// Between node 0 and the last node leads one path of words for each way to read what was typed:
// "e-mail list" is e, mail, list, or email, list. One word is a lattice of one edge.
//
// In a text every word covers a span of positions: one, or more where it stands for a compound
// ("email" over "e-mail"). A path matches where its words' spans follow each other without a gap.
//
// Shapes:   edges ascend by `from`; nodes are 0 … `last`.
// Units:    positions of tokens, spans [begin, end).
// Threads:  Immutable

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default;
};

struct LatticeEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::string word; // as the index would hold it
    FormSet forms;
    // The list of the image that holds just these forms, where there is one.
    std::uint32_t list = index::no_list;
};

struct Lattice {
    std::vector<LatticeEdge> edges;
    std::uint32_t last = 0;
    std::optional<std::uint32_t> window; // in any order, within so many positions

    bool is_one_word() const { return edges.size() == 1; }

    // Whether its edges follow each other: one way to read it.
    bool is_chain() const { return edges.size() == last; }

    // Whether it matters where the edge's words end, as it does for all but a phrase's last.
    bool needs_ends(const LatticeEdge& edge) const { return window || edge.to < last; }
};

// Where each edge's words stand in one publication: as many lists as edges, each ascending.
using EdgeSpans = std::vector<std::span<const Span>>;

// Where the lattice matches: one span for each place at which a match begins; for a window, the
// window. Shapes: begins ascend, each once.
std::vector<Span> match_lattice(const Lattice& lattice, const EdgeSpans& spans);

// The spans of words that take part in a match: the matches themselves, or, for a window, the
// words inside it. Shapes: ascending, each once.
std::vector<Span> matched_words(const Lattice& lattice, const EdgeSpans& spans);

} // namespace praxis::search
