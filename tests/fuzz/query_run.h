// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::fuzz {

// Any bytes as a query: the first says how many of its words are needed (0, 1, 2: most, all, any),
// the others are what was typed. They give a query or a problem; what is not as the headers promise
// stops the program.

// Parses, and says what was understood.
void run_query_parser(std::string_view bytes);

// And settles the query by the analysis of the library, and says it again.
void run_query_settling(std::string_view bytes);

} // namespace praxis::fuzz
