// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/error.h"

#include <fmt/format.h>

namespace praxis {

std::string_view name_of(ErrorKind kind) noexcept {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return "invalid-input";
    case ErrorKind::NotFound:
        return "not-found";
    case ErrorKind::Conflict:
        return "conflict";
    case ErrorKind::Unavailable:
        return "unavailable";
    case ErrorKind::TimedOut:
        return "timed-out";
    case ErrorKind::Interrupted:
        return "interrupted";
    case ErrorKind::NoSpace:
        return "no-space";
    case ErrorKind::Corrupt:
        return "corrupt";
    case ErrorKind::Internal:
        return "internal";
    }
    return "internal";
}

namespace {

std::string described(const std::string& message, const SourcePosition& position) {
    if (position.path.empty())
        return message;
    if (position.line == 0)
        return fmt::format("{}: {}", position.path, message);
    if (position.column == 0)
        return fmt::format("{}:{}: {}", position.path, position.line, message);
    return fmt::format("{}:{}:{}: {}", position.path, position.line, position.column, message);
}

} // namespace

Error::Error(ErrorKind kind, std::string message, SourcePosition position)
    : kind_(kind), message_(std::move(message)), position_(std::move(position)),
      what_(described(message_, position_)) {}

} // namespace praxis
