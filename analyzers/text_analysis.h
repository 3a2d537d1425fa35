// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"

#include <string_view>
#include <vector>

namespace praxis::analyzers {

// The chain itself, the same for every library: see AnalyzerSet::analyze.
//
// Threads:  Thread-safe
std::vector<Token> analyze_text(std::string_view text);

} // namespace praxis::analyzers
