// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

#include <string>

namespace praxis::http {

// The files of web/. With a parameter v, which the addresses below have, browsers keep them for
// good, because another content has another address; without it, for an hour.
//
// Threads:  Immutable

// GET /web/style.css
Admitted<Response> send_style_sheet(const Call& call);

// GET /web/page.js: what our own pages do better with script.
Admitted<Response> send_page_script(const Call& call);

// GET /embed/praxis-search.js: the search box for any website.
Admitted<Response> send_search_box(const Call& call);

// GET /web/icon.svg
Admitted<Response> send_icon(const Call& call);

// GET /robots.txt: to the publications, not into the combinations of filters.
Admitted<Response> send_robots(const Call& call);

// "/web/style.css?v=8c4f…"
std::string style_sheet_address();
std::string page_script_address();
std::string search_box_address();

} // namespace praxis::http
