// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/searcher.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace praxis::http {

// Asks the Searcher again and again to follow the index, on a thread of its own.
//
// Nothing has to tell the server that the indexer published. A failure leaves the old generation
// serving; it is logged once, not at every attempt.
//
// Threads:  Thread-safe
// Lifetime: the Searcher must outlive it.
class Refresher {
public:
    Refresher(search::Searcher& searcher, std::chrono::milliseconds interval);

private:
    void run(const std::stop_token& stop);
    void refresh_once();

    search::Searcher& searcher_;
    const std::chrono::milliseconds interval_;
    std::string last_failure_; // of the thread alone
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    std::jthread thread_; // last: it uses everything above
};

} // namespace praxis::http
