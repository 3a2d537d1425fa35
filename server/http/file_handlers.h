// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

#include <string>

namespace praxis::http {

// GET /web/style.css?v=…; browsers keep it for good, because another content has another address.
Admitted<Response> send_style_sheet(const Call& call);

// GET /web/icon.svg
Admitted<Response> send_icon(const Call& call);

// GET /robots.txt: to the publications, not into the combinations of filters.
Admitted<Response> send_robots(const Call& call);

// "/web/style.css?v=8c4f…"
std::string style_sheet_address();

} // namespace praxis::http
