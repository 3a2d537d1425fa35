// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// Where a tag begins.
struct XmlPlace {
    int line = 1;
    int column = 1;
    std::uint64_t offset = 0; // bytes of UTF-8 in front of it
};

// Runs over XML text in front of libxml2 and finds where the start tags are.
//
// libxml2 needs a minute for a tag of 100,000 attributes, so such tags must not reach it; and it
// tells the place of an element only as a line, up to 65,535. This scanner knows just enough XML
// (comments, CDATA, instructions, declarations, quotes) to count attributes and to say where each
// start tag begins.
//
// Shapes:   places are in document order, one for each start tag of a well-formed text.
// Units:    columns in code points.
// Errors:   `problem` for a tag of more than 1,000 attributes or more than 64 KB of declarations;
//           scanning ends in front of it.
// Threads:  Thread-compatible
class XmlScanner {
public:
    // Scans the next piece and appends the places of its start tags. Returns how many bytes of it
    // may be parsed: all, but for what belongs to a tag that is a problem.
    std::size_t scan(std::string_view utf8, std::vector<XmlPlace>& places);

    const std::optional<std::string>& problem() const { return problem_; }

    // Where the problem is, else the end of what was scanned.
    const XmlPlace& place() const { return problem_ ? tag_ : here_; }

private:
    enum class State {
        Text,
        Open,        // behind "<"
        Bang,        // behind "<!"
        BangDash,    // behind "<!-"
        StartTag,    // in "<name ...", outside quotes
        EndTag,      // in "</name"
        Declaration, // in "<!NAME ...", outside quotes
        Comment,
        CData,
        Instruction,
    };

    void open();
    void step(char c, std::vector<XmlPlace>& places);
    void step_quotable(char c);
    void step_until(char c, char repeated, int times);
    void advance(char c);

    State state_ = State::Text;
    char quote_ = 0;   // the quote that is open in a start tag or declaration
    int repeated_ = 0; // of the characters that close a comment, CDATA or instruction
    int attributes_ = 0;
    int declaration_bytes_ = 0;
    XmlPlace here_;
    XmlPlace tag_; // of the markup that was opened last
    std::optional<std::string> problem_;
};

} // namespace praxis::schemas
