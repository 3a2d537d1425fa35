// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Bytes of a source file → the text that they mean, told apart from what had to be guessed.
//
// In this order: a byte order mark; UTF-16 without one (its zero bytes show it); valid UTF-8;
// the encoding that the file declares; UTF-8 with a few stray bytes; what the bytes look like;
// windows-1252. Characters that somebody encoded twice ("â€™") are mended where no language
// writes them so. All line ends become '\n', other control characters a blank.
//
// Shapes:   text is repaired UTF-8 (base/utf8.h) without a byte order mark.
// Errors:   none; what cannot be read becomes U+FFFD and is told.
// Threads:  Thread-safe
// Source:   WHATWG Encoding (iso-8859-1 means windows-1252).
struct DecodedText {
    std::string text;
    std::string encoding;             // "UTF-8", "windows-1252", ...
    std::vector<std::string> remarks; // each worth a Note: what was guessed, mended or lost
};

DecodedText decode_text(std::string_view bytes, std::string_view declared_encoding = {});

} // namespace praxis::corpus
