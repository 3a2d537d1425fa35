// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/atoms.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Apostrophes inside words.
//
// city's and they're end before the clitic; don't is dont; a short prefix or a Romance elision
// makes a compound (O'Neill, l'école), so that both O'Neill, ONeill and Neill find it; any other
// apostrophe only falls (Hawai'i, Qur'an).
//
// Threads:  Thread-safe

// The length of the word without 's, 'll, 're, 've, 'd or 'm at its end.
std::size_t length_without_clitic(std::string_view word);

// Precondition: no dots in the word.
void append_apostrophes(const Atom& word, std::vector<Atom>& atoms);

} // namespace praxis::analyzers
