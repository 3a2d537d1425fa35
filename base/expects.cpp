// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/expects.h"

#include "base/error.h"

#include <fmt/format.h>

namespace praxis {

void expects(bool condition, const char* promise, const char* file, int line) {
    if (condition)
        return;
    throw Error(ErrorKind::Internal,
                fmt::format("broken promise: {} ({}:{})", promise, file, line));
}

} // namespace praxis
