// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/refresher.h"

#include "base/log.h"
#include "server/http/problem.h"

namespace praxis::http {

Refresher::Refresher(search::Searcher& searcher, std::chrono::milliseconds interval)
    : searcher_(searcher), interval_(interval),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Refresher::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stopping_.wait_for(lock, stop, interval_, [&] { return stop.stop_requested(); }))
        problem_of_running([&] { refresh_once(); }, "refresh");
}

void Refresher::refresh_once() {
    const Result<bool> refreshed = searcher_.refresh();
    const std::string failure = refreshed ? "" : refreshed.error().what();
    if (refreshed.value_or(false)) {
        const search::ServedGeneration served = searcher_.served();
        log_event(LogLevel::Info,
                  "generation-opened",
                  {{"number", std::to_string(served.number)},
                   {"publications", std::to_string(served.publications)}});
    }
    if (!failure.empty() && failure != last_failure_)
        log_event(LogLevel::Error, "refresh-failed", {{"reason", failure}});
    last_failure_ = failure;
}

} // namespace praxis::http
