// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/atoms.h"

#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Words with dots between letters.
//
// U.S., Ph.D. and e.g. are acronyms (groups of one or two letters, at least one of a single
// letter) and close up to one word; data.gov and Node.js are compounds.
//
// Threads:  Immutable

// Precondition: dots only between letters; `follows` is the byte behind the word, or NUL: an
// acronym takes its last dot in.
void append_dotted(const Atom& word, char follows, std::vector<Atom>& atoms);

// Whether "U. S." and its like, written with a blank, is one acronym: "us".
bool is_spaced_acronym(std::string_view letters);

} // namespace praxis::analyzers
