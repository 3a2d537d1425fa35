// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/front_matter.h"

#include <string_view>

namespace praxis::corpus {

// The lines between "---" and "---": the part of YAML that people write by hand.
//
// Scalars (plain, quoted, folded ">" and literal "|", over several lines), lists ("- a", "[a, b]",
// at any indentation), nested maps, comments; anchors and tags are dropped, aliases not followed.
// Read forgivingly: colons inside plain values, unescaped or open quotes, values that go on
// without indentation, "key:value", duplicate keys (both are kept).
//
// Errors:   none; what is untidy becomes a Warning with its line.
// Threads:  Immutable
// Source:   https://yaml.org/spec/1.2.2/
void read_yaml(std::string_view yaml, int first_line, FrontMatter& into);

// Whether a line begins with a key of one word: "key:", "key: value".
bool begins_with_key(std::string_view line);

} // namespace praxis::corpus
