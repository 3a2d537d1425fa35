// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "server/http/citations/reference.h"

#include <string>

namespace praxis::http {

// A publication as text to read or to compute with: what it is, then its passages under their
// headings.
//
// Shapes:   UTF-8, lines end in LF, paragraphs are separated by empty lines.
// Threads:  Immutable
std::string plain_text(const schemas::Publication& publication, const Reference& reference);

} // namespace praxis::http
