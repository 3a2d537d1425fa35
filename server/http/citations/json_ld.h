// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>

namespace praxis::http {

// schema.org's description of a publication as JSON-LD.
//
// Shapes:   without "<", ">" and "&" (written as escapes), so that it can stand in a page's script
//           element and nothing in it can end that.
// Threads:  Immutable
// Source:   schema.org 15; JSON-LD 1.1; HTML, 4.12.1.3 (restrictions for script elements)
std::string json_ld(const Reference& reference);

} // namespace praxis::http
