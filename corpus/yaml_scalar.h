// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// The values of YAML and TOML that carry their own end: quoted strings, [lists], {maps}.
//
// Units:    `length` in bytes of the text read, up to and with the closing sign.
// Errors:   none; an open quote or bracket gives nothing, so that the caller reads it otherwise.
// Threads:  Immutable
struct Quoted {
    std::string value;
    std::size_t length = 0;
};

// Reads a quoted string; `text` begins with ' or ". Line ends in it fold to a blank.
std::optional<Quoted> read_quoted(std::string_view text);

// Takes each value of a flow collection with its key below the collection's ("" in a list).
using FlowValue = std::function<void(std::string_view key, std::string value)>;

// Reads [a, 'b', {c: d}]; `text` begins with [ or {. Returns its length. `assign` stands between
// key and value: ':' in YAML, '=' in TOML. Depth is bounded.
std::optional<std::size_t> read_flow(std::string_view text, char assign, const FlowValue& take);

// A plain word that means nothing: "", "~", "null".
bool is_null(std::string_view plain);

// The plain value without a comment (" # ...") and without an anchor or a tag (&a, !!str).
std::string_view bare(std::string_view plain);

} // namespace praxis::corpus
