// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace praxis::indexer {

// A few threads that work through tasks 0, 1, 2, … in that order, each task by one thread.
//
// The first exception that leaves a task ends the work; `rethrow` brings it to the caller.
//
// Errors:   what the tasks throw, through rethrow.
// Threads:  Thread-compatible (owned by one thread)
// Lifetime: joins in the destructor; what the tasks use must outlive it.
class Workers {
public:
    using Task = std::function<void(std::size_t)>;

    // `on_failure` is called, once, on the thread of the task that threw: it should wake whoever
    // waits for results.
    Workers(std::size_t threads, std::size_t tasks, Task task, std::function<void()> on_failure);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // Waits until every task is done; throws what one of them threw.
    void finish();

    // No further task is begun.
    void stop();

    // Throws what a task threw, if one did.
    void rethrow();

private:
    void work();

    const std::size_t tasks_;
    const Task task_;
    const std::function<void()> on_failure_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_; // guards failure_
    std::exception_ptr failure_;
    std::vector<std::jthread> threads_;
};

} // namespace praxis::indexer
