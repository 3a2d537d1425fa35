// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <string>
#include <string_view>

namespace praxis::http {

// The description of the API as a page: every route with its parameters and answers, every problem,
// every shape of an answer.
//
// `openapi`: what /openapi.json answers. Nothing is read from other hosts and no script is needed.
//
// Threads:  Immutable
std::string api_page(std::string_view openapi, const schemas::Library& library);

} // namespace praxis::http
