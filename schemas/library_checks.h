// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/xml.h"

#include <string_view>
#include <vector>

namespace praxis::schemas {

// The mistakes in a description that a grammar cannot see: names twice, properties that nobody
// feeds or that cannot be used so, values that a closed facet does not have, globs that match
// nothing. `library` is the whole one, with what it extends.
//
// Errors:   InvalidInput with line and column, in the order of the file; each says what to do.
// Threads:  Immutable
std::vector<Error>
check_library(const XmlNode& root, const Library& library, std::string_view path);

} // namespace praxis::schemas
