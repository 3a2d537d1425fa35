// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

namespace praxis::corpus {

// A remark about a source file, in words that a librarian understands.
enum class Severity {
    Note,    // something was mended or left out on purpose
    Warning, // the publication is in, but something of it was not understood
    Error,   // this file (or this part of it) was rejected
};

struct Diagnostic {
    Severity severity = Severity::Warning;
    std::string path; // relative to the source's folder
    int line = 0;     // from 1; 0 unknown
    int column = 0;   // from 1, code points; 0 unknown
    std::string text; // what is wrong and what to do

    bool operator==(const Diagnostic&) const = default;
};

} // namespace praxis::corpus
