// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/folded_text.h"

#include <cstdint>
#include <string_view>

namespace praxis::analyzers {

// Makes texts that people think equal equal: NFKC case folding (full width, ligatures, sharp s,
// capitals), marks off Latin, Greek, Hebrew and Arabic letters (café = cafe), one kind of
// apostrophe, hyphen and digit, no soft hyphens and zero-width characters.
//
// Folding happens before word boundaries are looked for, so that most text is plain ASCII when
// it comes to them. Marks stay on letters of other scripts, where they make another letter
// (й is not и, が is not か), and Turkish is not special: İ and I are i.
//
// Units:    begin and end in bytes of `text`, end excluded; at most 4 GiB.
// Errors:   none; what the index cannot bear (base/utf8.h) becomes a blank.
// Threads:  Thread-safe
// Source:   docs/analysis.md; Unicode 15 (NFKC_Casefold)
void fold(std::string_view text, std::uint32_t begin, std::uint32_t end, FoldedText& folded);

// The folded form alone.
std::string fold(std::string_view text);

} // namespace praxis::analyzers
