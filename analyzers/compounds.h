// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/atoms.h"
#include "analyzers/token_list.h"

#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Adds the atoms of a chunk to the tokens.
//
// A lone atom becomes a Word. A run of linked atoms is a compound: its Parts at successive
// positions and, beside the first, the Joined form; or, if it is a range of years, the years it
// implies. "&" is the word "and". Long chains (more than eight parts) have no Joined form, nor
// do short pairs of numbers: 18-24 is not 1824.
//
// Threads:  Thread-safe
void append_tokens(std::string_view source,
                   const FoldedText& folded,
                   std::vector<Atom>& atoms,
                   TokenList& tokens);

} // namespace praxis::analyzers
