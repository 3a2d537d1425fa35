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
// word boundaries (ICU) → possessives, acronyms, hyphens, year ranges → NFKC case folding.
// The index holds the exact (folded, unstemmed) form of every token; stems are derived from it
// (`stem`), so that quotes mean exact and plain words are matched gently.
// The table in tests/golden/analyzers/ reads as its documentation.
//
// Source: docs/analysis.md

enum class TokenKind : std::uint8_t {
    Word,        // stands alone
    Part,        // of a hyphenated compound: "council" of "council-manager"
    Joined,      // the compound in one: "councilmanager", at the position of its first part
    YearInRange, // a year that a range only implies: 2018 of "2017-2020"; never made of a query
};

// Shapes:   positions ascend by 0 or 1 or, over what is no word, stay dense (no gaps);
//           `text` is never empty and at most 255 code points.
// Units:    begin and end in bytes of the analysed text, end excluded.
struct Token {
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t position = 0;
    std::uint32_t span = 1; // how many positions it covers; > 1 for Joined
    TokenKind kind = TokenKind::Word;

    bool operator==(const Token&) const = default;
};

// Threads:  Thread-safe (ICU objects are kept per thread)
class AnalyzerSet {
public:
    explicit AnalyzerSet(const schemas::Library& library);
    ~AnalyzerSet();
    AnalyzerSet(AnalyzerSet&&) noexcept;
    AnalyzerSet& operator=(AnalyzerSet&&) noexcept;

    std::vector<Token> analyze(std::string_view text) const;

    // The stems of an exact form, one for each language of the library, without repetition,
    // the default language's first. Two words match gently when they share a stem.
    // Numbers, identifiers and protected words are their own stem.
    std::vector<std::string> stems(std::string_view exact_form) const;

    // Whether a bare query word may be left out: "the", "of", and their like.
    bool is_stop_word(std::string_view exact_form) const;

    // Changes whenever the same text would give other tokens: part of the analysis fingerprint.
    static std::uint64_t version();

private:
    struct State;
    std::unique_ptr<const State> state_;
};

} // namespace praxis::analyzers
