// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/xml.h"

namespace praxis::schemas {

// A description's tree → its values; the tree is valid by library.rng. Vocabularies are not read,
// nothing is inherited, and nothing is checked beyond the grammar (library_checks.h).
//
// Threads:  Immutable
Library read_library(const XmlNode& root);

// What a library takes over from the one it extends: fields and facets that it does not name
// itself stand behind its own, and so do keys, rules and the like.
//
// Threads:  Immutable
void extend_library(Library& library, Library base);

} // namespace praxis::schemas
