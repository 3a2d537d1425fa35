// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/folded_text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// What stands between an atom and the one before it.
enum class Link : std::uint8_t {
    None,      // blanks or punctuation: a new word begins
    Hyphen,    // council-manager, snake_case
    Ampersand, // R&D
    Tight,     // inside a word: data.gov, O'Neill, #OpenData
    Point,     // between numbers: 1.2.3
    Slash,     // 2019/20
    Dash,      // a long one: 2017—2020
};

// The smallest thing that becomes a token: a word, or a part of a compound, in its final form.
//
// Shapes:   `text` is never empty; a run of atoms whose links are not None is one compound.
// Units:    begin and end in bytes of the folded text, which may be longer than `text`
//           (acronyms lose their dots, words their possessive).
// Threads:  Thread-compatible
struct Atom {
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Link link = Link::None;
};

// A stretch of an atom that has not been changed yet.
Atom slice(const Atom& whole, std::size_t from, std::size_t to, Link link);

// Cuts the pieces of a chunk into atoms: possessives and clitics fall, dotted acronyms close up,
// compounds come apart, numbers lose their separators. `source` is the text that was folded.
void cut_atoms(std::string_view source,
               const FoldedText& folded,
               const std::vector<Piece>& pieces,
               std::vector<Atom>& atoms);

} // namespace praxis::analyzers
