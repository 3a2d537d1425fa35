// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_answer.h"

#include <string>
#include <string_view>

namespace praxis::http {

// An answer as GET /v1/search gives it; a function of the answer and of nothing else.
//
// Threads:  Immutable
std::string search_json(const search::SearchAnswer& answer, std::string_view base_url);

} // namespace praxis::http
