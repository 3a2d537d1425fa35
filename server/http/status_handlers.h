// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// GET /healthz: the process lives.
Admitted<Response> answer_health(const Call& call);

// GET /readyz: it takes searches; 503 while it drains.
Admitted<Response> answer_readiness(const Call& call);

// GET /v1/status: what is served, and what the last sync did.
Admitted<Response> answer_status(const Call& call);

// GET /metrics: counters for Prometheus.
Admitted<Response> answer_metrics(const Call& call);

} // namespace praxis::http
