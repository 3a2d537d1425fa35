// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/problem.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::http {

// The head of a request: what stands in front of the blank line, taken apart strictly.
//
// The stock parser accepts bare line feeds, folded lines, any version and NUL bytes, decodes
// RFC 2047 words (which yields raw line ends), and lets the first of several lengths win. Each of
// these has been used to smuggle a second request past a proxy. So heads are read here: whatever
// is not plain HTTP/1.x is refused and the connection is closed. Nothing is decoded or guessed.
//
// Shapes:   field names in lower case, values without blanks at their ends.
// Errors:   problems 400, 414, 431, 505.
// Threads:  Immutable
// Source:   RFC 9112, 2–6

struct HeaderField {
    std::string name;
    std::string value;

    bool operator==(const HeaderField&) const = default;
};

struct RequestHead {
    std::string method;
    std::string target; // as sent
    int minor_version = 1;
    std::vector<HeaderField> fields;

    // All values of a field, in order.
    std::vector<std::string_view> values(std::string_view name) const;

    // All values of a field joined by ", ", as lists may be; empty if there is none.
    std::string list(std::string_view name) const;
};

// Looks for the end of a head in bytes that arrive in pieces.
class HeadScanner {
public:
    // The length of the head with its blank line, or nothing while it is incomplete.
    Admitted<std::optional<std::size_t>> scan(std::string_view bytes);

private:
    std::size_t scanned_ = 0;
    std::size_t line_start_ = 0;
    bool in_request_line_ = true;
};

// `bytes`: a whole head, with its blank line.
Admitted<RequestHead> parse_request_head(std::string_view bytes);

} // namespace praxis::http
