// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/problem.h"

#include <string>
#include <string_view>

namespace praxis::http {

// A problem for people: what is wrong, what to change; keeps what they typed and names an id.
std::string problem_page(const Problem& problem,
                         std::string_view request_id,
                         std::string_view query,
                         const schemas::Library& library);

// The page that a problem's `type` leads to.
//
// Threads:  Immutable
std::string problem_kind_page(const ProblemKind& kind, const schemas::Library& library);

} // namespace praxis::http
