// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /v1/publications/{id}/related?limit=: publications like this one, and why.
//
// Threads:  Immutable
constexpr std::size_t default_related = 10;
constexpr std::size_t max_related = 50;

// Whether the path asks for it: it ends with "related" and is no publication's own.
bool asks_for_related(const Call& call);

Admitted<Response> answer_related(const Call& call);

} // namespace praxis::http
