// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/publication.h"

#include <string>
#include <string_view>

namespace praxis::schemas {

// A publication as JSON and back: the form in which the index stores it and tests show it.
//
// Keys in a fixed order, empty members left out, one line without blanks unless `indent` > 0.
// `publication_from_json(publication_to_json(p)) == p` for every valid p.
//
// Errors:   Corrupt, when the text is not what publication_to_json writes.
// Threads:  Immutable

std::string publication_to_json(const Publication& publication, int indent = 0);

Result<Publication> publication_from_json(std::string_view json);

} // namespace praxis::schemas
