// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Text → tokens: the one analysis chain, the same at index and at query time by construction.
//
// NFKC case folding → word boundaries (ICU) → possessives, acronyms, compounds, numbers, years.
// The index holds the exact (folded, unstemmed) form of every token; stems are derived from it
// (`stems`), so that quotes mean exact and plain words are matched gently. Case, accents,
// possessives and separators in numbers never matter, in quotes neither.
// The table in tests/golden/analyzers/ reads as its documentation.
//
// How a query is to read the tokens: a Joined form is another way to write the `span` words that
// begin at its position, so the word matches if either does. YearInRange tokens are for texts
// only: who asks for 2017-2020 does not ask for 2018, so a query drops them.
//
// Source: docs/analysis.md

enum class TokenKind : std::uint8_t {
    Word,        // stands alone
    Part,        // of a compound: "council" of "council-manager", "neill" of "O'Neill"
    Joined,      // several words in one, at the position of the first: "councilmanager", "fy2019"
                 // of "FY 2019", "section508" of "Section 508"
    YearInRange, // a year that the text only implies: 2018 of "2017-2020", 2019 of "FY19"
};

// Shapes:   Words and Parts stand at the positions 0, 1, 2, ... in the order of the text; behind
//           the one at its position follow its Joined and YearInRange tokens. Begins ascend.
//           `text` is never empty, at most 255 code points, and the index can bear it.
// Units:    begin and end in bytes of the analysed text, end excluded, on code point borders.
struct Token {
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t position = 0;
    std::uint32_t span = 1; // how many positions it covers; > 1 only for Joined
    TokenKind kind = TokenKind::Word;

    bool operator==(const Token&) const = default;
};

// Errors:   none for any bytes; malformed ones part words. Texts are below 4 GiB.
// Threads:  Thread-safe (ICU objects are kept per thread)
class AnalyzerSet {
public:
    explicit AnalyzerSet(const schemas::Library& library);
    ~AnalyzerSet();
    AnalyzerSet(AnalyzerSet&&) noexcept;
    AnalyzerSet& operator=(AnalyzerSet&&) noexcept;

    std::vector<Token> analyze(std::string_view text) const;

    // The text folded as tokens are, but not parted: for patterns such as "José*", of which only
    // the letters are known.
    static std::string fold(std::string_view text);

    // The stems of an exact form, one for each language of the library, without repetition,
    // the default language's first. Two words match gently when they share a stem.
    // Numbers and identifiers are their own stem.
    std::vector<std::string> stems(std::string_view exact_form) const;

    // Whether a word says nothing of what a text is about: "the", "of", and their like, in the
    // library's languages.
    bool is_stop_word(std::string_view exact_form) const;

    // Whether a bare query word may be left out: a stop word, but for what the library says
    // otherwise. A query of nothing else is best used as typed.
    bool is_query_stop_word(std::string_view exact_form) const;

    // Changes whenever the same text would give other tokens (rules, their lists, ICU's data):
    // part of the analysis fingerprint. Stems are no part of it.
    static std::uint64_t version();

    // Changes whenever `stems` would give the same form others.
    static std::uint64_t stems_version();

private:
    struct State;
    std::unique_ptr<const State> state_;
};

} // namespace praxis::analyzers
