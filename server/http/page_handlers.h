// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /: the search page. Forms send empty fields and newsletters add parameters of their own;
// both are left out before the search's own strict reading.
Admitted<Response> show_search_page(const Call& call);

// GET /publications/{id}
Admitted<Response> show_publication_page(const Call& call);

// GET /problems/{name}
Admitted<Response> show_problem_kind(const Call& call);

} // namespace praxis::http
