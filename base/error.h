// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace praxis {

// What kind of thing went wrong. Each kind says when to use it and when its neighbour.
enum class ErrorKind {
    InvalidInput, // the caller's text or file is wrong; for our own broken promise use Internal
    NotFound,     // a named thing does not exist; absence that is normal is std::optional instead
    Conflict,     // the thing exists but another holds or has changed it (locks, duplicate ids)
    Unavailable,  // a source, file or service cannot be reached now; retrying may help
    TimedOut,     // a deadline passed; the work itself was legitimate
    Interrupted,  // whoever asked for the work called it off; nothing is wrong
    NoSpace,      // the disk (or a quota) is full
    Corrupt,      // what we wrote once does not read back; for foreign files use InvalidInput
    Internal,     // a promise of our own code is broken: a bug
};

// The kind as a word, e.g. "invalid-input".
std::string_view name_of(ErrorKind kind) noexcept;

// A place in a file; line and column count from 1, 0 means unknown; column in code points.
struct SourcePosition {
    std::string path;
    int line = 0;
    int column = 0;

    bool operator==(const SourcePosition&) const = default;
};

// The one exception of Praxis, and the error half of Result.
//
// The message is for an administrator: what was attempted, on which thing, what to do about it.
//
// Threads:  Immutable
class Error : public std::exception {
public:
    Error(ErrorKind kind, std::string message, SourcePosition position = {});

    ErrorKind kind() const noexcept { return kind_; }

    const std::string& message() const noexcept { return message_; }

    const SourcePosition& position() const noexcept { return position_; }

    // "path:line:column: message", or the message alone where no position is known.
    const char* what() const noexcept override { return what_.c_str(); }

private:
    ErrorKind kind_;
    std::string message_;
    SourcePosition position_;
    std::string what_;
};

} // namespace praxis
