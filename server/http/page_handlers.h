// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// The pages for people.
//
// Threads:  Immutable

// GET /
Admitted<Response> show_search_page(const Call& call);

// GET /facets/{field}: every value of a facet inside a search.
Admitted<Response> show_facet_page(const Call& call);

// GET /publications/{id}
Admitted<Response> show_publication_page(const Call& call);

// GET /problems/{name}: what the `type` of a problem leads to.
Admitted<Response> show_problem_kind(const Call& call);

} // namespace praxis::http
