// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/atoms.h"

#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Numbers with marks inside: 1,000,000 is 1000000, 3.5 stays, 1.2.3 comes apart, and what only
// a missing blank made one ("1,2,3") is several words.
//
// Threads:  Immutable

// Whether a mark stands between two digits.
bool has_marks_between_digits(std::string_view text);

void append_number(const Atom& number, std::vector<Atom>& atoms);

} // namespace praxis::analyzers
