// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "tests/support/text_table.h"

#include <string>

namespace praxis::tests {

// The analyzers of a library in one language.
inline analyzers::AnalyzerSet analyzers_of(const std::string& language) {
    schemas::Library library;
    library.languages = {language};
    return analyzers::AnalyzerSet(library);
}

// The language that a table sets for the row, else English.
inline analyzers::AnalyzerSet analyzers_of(const TableRow& row) {
    const auto language = row.settings.find("language");
    return analyzers_of(language == row.settings.end() ? "en" : language->second);
}

} // namespace praxis::tests
