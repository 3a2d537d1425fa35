// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <source_location>

namespace praxis {

// Throws Error{Internal} naming the caller's place when `condition` is false: a broken
// precondition is a bug of ours, never a way to report bad input.
void expects(bool condition,
             const char* promise,
             std::source_location where = std::source_location::current());

} // namespace praxis
