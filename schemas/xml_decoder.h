// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::schemas {

// The bytes of an XML document, piece by piece, as UTF-8 without byte-order mark.
//
// The encoding is what the byte-order mark says, else what the pattern of the first bytes shows
// (UTF-16, UTF-32), else what the XML declaration names, else UTF-8. A document that is called
// ISO-8859-1 is read as windows-1252, which differs only where ISO-8859-1 has no characters.
// The declaration stays in the text and means nothing any more.
//
// Shapes:   `feed` appends whole characters only; the rest waits for the next piece.
// Errors:   an unknown encoding, or bytes that are not what was declared: `problem` says so, and
//           everything in front of that place has been appended.
// Threads:  Thread-compatible
// Source:   XML 1.0 (fifth edition), appendix F
class XmlDecoder {
public:
    XmlDecoder();
    XmlDecoder(XmlDecoder&&) noexcept;
    XmlDecoder& operator=(XmlDecoder&&) noexcept;
    ~XmlDecoder();

    // Decodes the next piece, the last one if `last`, and appends it to `utf8`.
    void feed(std::string_view bytes, bool last, std::string& utf8);

    const std::optional<std::string>& problem() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace praxis::schemas
