// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/status_handlers.h"

#include "server/http/json/json_writer.h"
#include "server/http/metrics.h"
#include "server/http/version.h"

namespace praxis::http {

Admitted<Response> answer_health(const Call&) {
    return answer_with("text/plain", "ok\n");
}

Admitted<Response> answer_readiness(const Call& call) {
    if (!call.ready)
        return refusal(ProblemType::Unavailable, "The server is stopping.");
    return answer_with("text/plain", "ready\n");
}

Admitted<Response> answer_status(const Call& call) {
    const search::ServedGeneration served = call.searcher.served();
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("status", call.ready ? "ready" : "draining");
        json.member("version", program_version());
        json.member("library", served.library_name);
        json.member("publications", served.publications);
        const auto generation = json.key("generation").object();
        json.member("number", served.number);
        json.member("published", served.published);
    }
    return answer_with(json_type, json.take());
}

Admitted<Response> answer_metrics(const Call& call) {
    const search::ServedGeneration served = call.searcher.served();
    std::string text = call.counters();
    write_metric(text, "gauge", "praxis_generation", served.number);
    write_metric(text, "gauge", "praxis_publications", served.publications);
    return answer_with("text/plain", std::move(text));
}

} // namespace praxis::http
