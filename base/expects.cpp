// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/expects.h"

#include "base/error.h"

#include <fmt/format.h>

namespace praxis {

void expects(bool condition, const char* promise, std::source_location where) {
    if (condition)
        return;
    throw Error(
        ErrorKind::Internal,
        fmt::format("broken promise: {} ({}:{})", promise, where.file_name(), where.line()));
}

} // namespace praxis
