// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "indexer/options.h"

#include <string>

namespace praxis::indexer {

// The acronyms that the texts of an index explain, for editors: those that searches use, those
// that are also words, and those on which texts do not agree. Each is a line of a file of synonyms,
// so that an editor can take it over.
//
// Errors:   those of opening the index.
// Threads:  Immutable
// Source:   docs/acronyms.md
Result<std::string> acronym_page(const AcronymsOptions& options);

} // namespace praxis::indexer
