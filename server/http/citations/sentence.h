// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>

namespace praxis::http {

// A citation to read and to paste, without the address:
//
//   Constance Uhl. “What a fire authority costs the household.” Center for Civic Practice,
//   November 18, 2019.
//
// Shapes:   one line; no part is there that the reference lacks.
// Threads:  Immutable
// Source:   the bibliography style of the Chicago Manual, names as they are written
std::string citation_sentence(const Reference& reference);

} // namespace praxis::http
