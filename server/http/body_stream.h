// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

namespace praxis::http {

// A body that is made while it is sent, piece by piece.
//
// Errors:   `read` throws if the rest cannot be made; the answer then breaks off without the end
//           that a whole one has.
// Threads:  Thread-compatible
class BodyStream {
public:
    virtual ~BodyStream() = default;

    // Appends what comes next, perhaps nothing yet. False: it was the last piece.
    virtual bool read(std::string& piece) = 0;
};

} // namespace praxis::http
