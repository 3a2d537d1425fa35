// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/xml.h"

#include <string_view>

namespace praxis::schemas {

// Parses a document that is what one of the shipped grammars ("verdicts.rng") describes.
//
// Errors:   InvalidInput: the first thing that is wrong, with line and column.
// Threads:  Immutable
Result<XmlNode>
parse_valid_xml(std::string_view xml, std::string_view path, std::string_view grammar);

} // namespace praxis::schemas
