// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Where a text says what an acronym is short for.
//
// "Capital Improvement Program (CIP)": the initials of the words in front are the acronym's
// letters, small words ("of", "and") left out or not; else its letters are looked for from the last
// to the first, and the long form begins where the first of them begins a word. "CIP (Capital
// Improvement Program)": by the initials alone.
//
// An acronym is a word of two to ten letters, digits and signs (&, -, /, .) with at least two
// capitals and at most one small letter; the s of a plural ("PHAs") is no part of it. A long form
// has two words or more, at most twice as many as the acronym has letters or five more than these,
// begins with no small word, and lies in one sentence.
//
// Shapes:   `acronym` and `long_form` are verbatim at their offsets.
// Units:    offsets in bytes, end excluded.
// Threads:  Immutable
// Source:   Schwartz, Hearst: A simple algorithm for identifying abbreviation definitions in
//           biomedical text (2003)

struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const TextSpan&) const = default;
};

struct LongForm {
    std::string_view acronym;
    std::string_view long_form;
    TextSpan acronym_at;
    TextSpan long_form_at;
};

// In the order of the acronyms.
// Lifetime: they look into `text`.
std::vector<LongForm> find_long_forms(std::string_view text);

} // namespace praxis::analyzers
