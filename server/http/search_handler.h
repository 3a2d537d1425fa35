// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /v1/search
Admitted<Response> answer_search(const Call& call);

// Runs a search and notes its duration for Server-Timing.
struct TimedAnswer {
    search::SearchAnswer answer;
    std::string server_timing;
};

Admitted<TimedAnswer> run_search(const Call& call, const search::SearchRequest& request);

} // namespace praxis::http
