// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

struct XmlEvent {
    enum class Kind { Start, End, Text };
    Kind kind = Kind::Text;
    XmlNode node;             // without children; for End: empty
    std::uint64_t offset = 0; // of Start: bytes of UTF-8 in front of it
};

// libxml2's push parser, turned into a queue of plain events; parse_xml and XmlReader stand on it.
//
// The order of things: bytes → XmlDecoder (UTF-8) → XmlScanner (places, attribute counts) →
// libxml2, which is fed in small pieces and never again after its first error.
//
// Shapes:   the events of a well-formed document nest; Text may come in several pieces.
// Errors:   `error` is the first one; events in front of it stand.
// Threads:  Thread-compatible
class XmlEventParser {
public:
    explicit XmlEventParser(std::string_view shown_path);
    XmlEventParser(XmlEventParser&&) noexcept;
    XmlEventParser& operator=(XmlEventParser&&) noexcept;
    ~XmlEventParser();

    // Parses the next piece, the last one if `last`; after an error it does nothing.
    void feed(std::string_view bytes, bool last);

    std::deque<XmlEvent>& events();

    const std::optional<Error>& error() const;

    // What was mended or passed over: undefined prefixes and entities; at most 100.
    const std::vector<Error>& remarks() const;

    // Bytes of UTF-8 that were handed to the parser so far.
    std::uint64_t fed_bytes() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace praxis::schemas
