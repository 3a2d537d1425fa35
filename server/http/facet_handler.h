// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /v1/facets/{field}: the values of one facet inside a search, searched and in pages.
Admitted<Response> answer_facet(const Call& call);

constexpr std::size_t default_facet_page_size = 100;

} // namespace praxis::http
