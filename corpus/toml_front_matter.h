// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/front_matter.h"

#include <string_view>

namespace praxis::corpus {

// The lines between "+++" and "+++": key = value, [table], [[table]], strings of all four kinds,
// arrays and inline tables over several lines, dates and numbers as they are written.
//
// Errors:   none; what is untidy becomes a Warning with its line.
// Threads:  Immutable
// Source:   https://toml.io/en/v1.0.0
void read_toml(std::string_view toml, int first_line, FrontMatter& into);

} // namespace praxis::corpus
