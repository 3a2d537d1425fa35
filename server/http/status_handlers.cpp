// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/status_handlers.h"

#include "base/log.h"
#include "server/http/json/json_writer.h"
#include "server/http/metrics.h"
#include "server/http/process_metrics.h"
#include "server/http/version.h"

namespace praxis::http {

namespace {

void write_rejection(JsonWriter& json, const auto& rejection) {
    const auto object = json.object();
    json.member("source", rejection.source);
    json.member("path", rejection.path);
    if (rejection.line > 0)
        json.member("line", static_cast<std::uint64_t>(rejection.line));
    if (rejection.column > 0)
        json.member("column", static_cast<std::uint64_t>(rejection.column));
    json.member("reason", rejection.reason);
}

void write_summary(JsonWriter& json, const auto& sync) {
    const auto object = json.object();
    json.member("finished", sync.finished);
    json.member("seconds", sync.seconds);
    json.key("published");
    sync.published ? json.value(*sync.published) : json.null();
    {
        const auto publications = json.key("publications").object();
        json.member("added", sync.added);
        json.member("replaced", sync.replaced);
        json.member("removed", sync.removed);
        json.member("unchanged", sync.publications - sync.added - sync.replaced);
        json.member("kept", sync.kept);
    }
    {
        const auto files = json.key("files").object();
        json.member("seen", sync.files);
        json.member("unchanged", sync.unchanged_files);
        json.member("rejected", sync.rejected_files);
        json.member("ignored", sync.ignored_files);
    }
    {
        const auto rejections = json.key("rejections").array();
        for (const auto& rejection : sync.rejections)
            write_rejection(json, rejection);
    }
    json.member("more_rejections", sync.more_rejections);
}

void write_last_sync(JsonWriter& json, const search::Searcher& searcher) {
    const auto sync = searcher.last_sync();
    json.key("last_sync");
    if (sync && *sync)
        return write_summary(json, **sync);
    json.null();
    if (!sync)
        log_event(LogLevel::Warning, "last-sync-unreadable", {{"reason", sync.error().what()}});
}

} // namespace

Admitted<Response> answer_health(const Call&) {
    return answer_with("text/plain", "ok\n");
}

Admitted<Response> answer_readiness(const Call& call) {
    if (!call.ready)
        return refusal(ProblemType::Unavailable, "The server is stopping.");
    return answer_with("text/plain", "ready\n");
}

Admitted<Response> answer_status(const Call& call) {
    if (auto checked = check_parameters(call.target.parameters, {}); !checked)
        return tl::unexpected(checked.error());
    const search::ServedGeneration served = call.searcher.served();
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("status", call.ready ? "ready" : "draining");
        json.member("version", program_version());
        json.member("library", served.library_name);
        json.member("publications", served.publications);
        {
            const auto generation = json.key("generation").object();
            json.member("number", served.number);
            json.member("published", served.published);
        }
        write_last_sync(json, call.searcher);
    }
    return answer_with(json_type, json.take());
}

Admitted<Response> answer_metrics(const Call& call) {
    const search::ServedGeneration served = call.searcher.served();
    std::string text = call.counters();
    write_metric(
        text, "gauge", "praxis_generation", "The generation that is served.", served.number);
    write_metric(text, "gauge", "praxis_publications", "Publications in it.", served.publications);
    write_process_metrics(text);
    return answer_with("text/plain", std::move(text));
}

} // namespace praxis::http
