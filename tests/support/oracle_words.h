// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"
#include "server/search/query/query.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::tests {

// How one leaf of a query is found in a text, the slow and obvious way: every token of the text
// is held against every word of the leaf.
//
// Part of the oracle (oracle.h); shares nothing with server/search but the parsed query.
//
// Threads:  Thread-compatible (stems are remembered)

using OracleText = std::vector<analyzers::Token>;

// The edits by which a token of a text is what was typed; nothing if it is not.
using OracleTest = std::function<std::optional<int>(const std::string& token, bool in_names)>;

struct OracleEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::string word;
    OracleTest test;
};

struct OracleLeaf {
    std::string field;
    std::string typed;
    std::vector<OracleEdge> edges;
    std::uint32_t last = 0;
    std::optional<std::uint32_t> window;
    bool fuzzy = false;
    bool pattern = false;
    std::vector<OracleLeaf> names = {}; // other names: where one of them stands, the leaf does

    // How often it stands in a text, by edits.
    std::map<int, std::uint32_t> count(const OracleText& text, bool in_names) const;
};

class OracleWords {
public:
    explicit OracleWords(const schemas::Library& library) : analyzers_(library) {}

    OracleText tokens(std::string_view text) const { return analyzers_.analyze(text); }

    // The tokens that count in a query.
    OracleText query_tokens(std::string_view text) const;

    bool is_stop_word(std::string_view word) const { return analyzers_.is_stop_word(word); }

    OracleLeaf leaf(const search::Word& word) const;
    OracleLeaf leaf(const search::Phrase& phrase) const;
    OracleLeaf leaf(const search::Pattern& pattern) const;
    OracleLeaf leaf(const search::Fuzzy& fuzzy) const;

private:
    const std::vector<std::string>& stems(const std::string& word) const;
    OracleTest by_stem(const std::string& word) const;
    OracleLeaf lattice(const search::Clause& clause, bool exact) const;
    std::string fold(std::string_view piece) const;

    analyzers::AnalyzerSet analyzers_;
    mutable std::map<std::string, std::vector<std::string>> stems_;
};

} // namespace praxis::tests
