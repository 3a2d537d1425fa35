// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"

#include <string>
#include <vector>

namespace praxis::tests {

// Tokens as the language table writes them, in their order, blanks between:
//
//   word         a Word at the next position
//   ~part        a Part at the next position
//   =joined/2    a Joined form of two positions, beside the token before it
//   *2018        a YearInRange, beside the token before it
//
// Positions are dense, so the notation tells all but the offsets. It is an error of the analysis
// that they are not: such a token is written with its position, "word@7".
std::string notation_of(const std::vector<analyzers::Token>& tokens);

} // namespace praxis::tests
