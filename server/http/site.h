// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/budget.h"
#include "server/http/exchange.h"
#include "server/http/metrics.h"
#include "server/http/routes.h"
#include "server/http/running_gate.h"
#include "server/http/wire/connection_table.h"
#include "server/search/searcher.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::http {

// Everything between an admitted request and its answer: the client's budget, route, method,
// format, entity tag, the gates of running searches and exports, the handler, and the fields that
// every answer carries.
//
// Errors:   a failure of any handler becomes a problem answer; nothing is thrown.
// Threads:  Thread-safe
// Lifetime: the Searcher must outlive it.
class Site : public Responder {
public:
    struct Options {
        std::size_t running = 8;                   // searches at the same time
        std::chrono::milliseconds patience{1'000}; // for a place among them
        std::size_t exports = 4;                   // exports at the same time
        std::uint64_t budget = 0;                  // requests a minute of one client; 0: no limit
        bool behind_proxy = false; // the client is the last address of X-Forwarded-For
        std::vector<std::string> origins = {"*"}; // that may read answers from other pages
        bool log_requests = true;
        bool log_queries = false; // write the query's words into the log
    };

    Site(const search::Searcher& searcher, Options options);

    // Where /metrics learns about connections; called before the first request.
    void watch_connections(std::function<ConnectionTable::Counts()> counts);

    // From here on /readyz says that no new work should be sent.
    void stop_being_ready() { ready_ = false; }

    Response answer(const Request& request) override;
    Response refuse(const Problem& problem, std::string_view request_id) override;
    void record(const Exchange& exchange) override;

private:
    Admitted<Response> respond(const Request& request);
    Admitted<Response> handle(const Match& match, const Request& request, const Target& target);
    std::optional<Budget::Spent> spend(const Request& request);
    Admitted<Response> run(const Match& match, const Request& request, const Target& target);
    std::string entity_tag(const Route& route, const Request& request) const;
    std::string counters() const;
    Response problem_answer(const Problem& problem, const Request& request) const;
    void complete(Response& response, const Request& request) const;
    void allow_origin(Response& response, const Request& request) const;

    const search::Searcher& searcher_;
    const Options options_;
    RunningGate gate_;
    RunningGate exports_;
    Budget budget_;
    Metrics metrics_;
    std::function<ConnectionTable::Counts()> connection_counts_;
    std::atomic<bool> ready_ = true;
    std::atomic<std::uint64_t> in_flight_ = 0;
};

} // namespace praxis::http
