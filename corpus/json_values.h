// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "corpus/record.h"

#include <string_view>
#include <vector>

namespace praxis::corpus {

// A JSON object as keys and values: of nested objects "a.b", a list's key once for each value,
// numbers and true or false as they are written, null left out.
//
// Shapes:   keys lower case; depth at most 64; `line` of every value is `line`.
// Errors:   InvalidInput: no object, not JSON, or deeper than allowed; the position's column
//           counts bytes of `json`.
// Threads:  Immutable
Result<std::vector<KeyValue>> read_json_values(std::string_view json, int line);

// The length of the JSON object at the beginning of a text, or 0 if its braces do not close.
std::size_t json_object_length(std::string_view text);

} // namespace praxis::corpus
