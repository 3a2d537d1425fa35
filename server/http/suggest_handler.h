// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /v1/suggest?q=&limit=: what a visitor may want to go on with while typing.
//
// Threads:  Immutable
constexpr std::size_t default_suggestions = 10;
constexpr std::size_t max_suggestions = 25;

Admitted<Response> answer_suggestions(const Call& call);

} // namespace praxis::http
