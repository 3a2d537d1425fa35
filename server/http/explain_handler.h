// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /v1/explain?q=&id=…: why a publication stands where it does, in numbers and in plain words.
// All parameters of a search are read as /v1/search reads them.
//
// Threads:  Immutable
Admitted<Response> answer_explanation(const Call& call);

} // namespace praxis::http
