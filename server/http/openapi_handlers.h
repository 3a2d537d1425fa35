// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /openapi.json
Admitted<Response> send_openapi(const Call& call);

// GET /docs: the same, for reading.
Admitted<Response> show_api_page(const Call& call);

} // namespace praxis::http
