// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>

namespace praxis::http {

// CSL-JSON: a list with one item, as citation processors take it.
//
// Threads:  Immutable
// Source:   citation-style-language/schema, csl-data.json (1.0)
std::string csl_json(const Reference& reference);

} // namespace praxis::http
