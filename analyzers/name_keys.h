// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace praxis::analyzers {

// What names are compared by; words are separated by blanks.
//
// Threads:  Thread-safe

// "cip" of "CIP": the words in their exact form.
std::string exact_key(std::string_view name, const AnalyzerSet& analyzers);

// "fire engin" of "Fire Engines": the words' stems in the library's first language.
std::string stem_key(std::string_view name, const AnalyzerSet& analyzers);

// How many words a key has.
std::size_t words_in_key(std::string_view key);

} // namespace praxis::analyzers
