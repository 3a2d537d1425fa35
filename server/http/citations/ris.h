// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>

namespace praxis::http {

// One RIS record, from TY to ER.
//
// Shapes:   lines end in CR LF; each value is one line, so that no text can begin a tag.
// Threads:  Immutable
// Source:   RIS format specifications of Reference Manager (2011)
std::string ris_record(const Reference& reference);

} // namespace praxis::http
