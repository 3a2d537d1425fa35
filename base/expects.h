// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace praxis {

// Throws Error{Internal} naming the caller's place when `condition` is false: a broken
// precondition is a bug of ours, never a way to report bad input. (The builtins are what
// std::source_location is made of; clang 14 cannot compile that with libstdc++ 12.)
void expects(bool condition,
             const char* promise,
             const char* file = __builtin_FILE(),
             int line = __builtin_LINE());

} // namespace praxis
