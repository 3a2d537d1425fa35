// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/query/query.h"
#include "server/search/search_answer.h"
#include "server/search/synonyms/synonym_file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace praxis::search {

// What words of a query also stand for.
//
// `expand` gives bare words, and bare words side by side, their other names (Word::synonyms): a
// publication then has the word where it has one of them. It only ever adds to what a word finds:
// AND, OR and the number of words needed stay as they are, NOT leaves out what the word finds,
// and quotes, patterns and fuzzy words stay exact. All rules that fit apply, also where they
// overlap; what a synonym stands for is not looked up again.
//
// Names are compared by their stems ("fire engines" is "fire engine"). A name that is a stop word
// ("IT", "US") counts only where it was typed in capitals.
//
// Shapes:   fingerprint 0 without rules.
// Threads:  Immutable
class Synonyms {
public:
    Synonyms() = default;

    // Lifetime: `analyzers` is only needed while it is made.
    Synonyms(const std::vector<SynonymRule>& rules, const analyzers::AnalyzerSet& analyzers);

    // Changes whenever a query may be read otherwise.
    std::uint64_t fingerprint() const { return fingerprint_; }

    // `query` is parsed, not yet settled. Notes say what was added.
    void
    expand(Node& query, const analyzers::AnalyzerSet& analyzers, std::vector<Note>& notes) const;

private:
    friend class SynonymExpansion;

    void add(const std::string& name,
             const std::vector<std::string>& others,
             const analyzers::AnalyzerSet& analyzers);

    std::map<std::string, std::vector<std::string>, std::less<>> others_; // by the name's stems
    std::size_t longest_ = 0;                                             // words of a name
    std::uint64_t fingerprint_ = 0;
};

} // namespace praxis::search
