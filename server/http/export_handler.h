// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /v1/export: every publication of a search, as lines of JSON, CSV, RIS or BibTeX.
//
// One publication is in memory at a time; what is kept for the whole result is its list of numbers
// (server/search/result_list.h).
Admitted<Response> answer_export(const Call& call);

} // namespace praxis::http
