// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/workers.h"

#include <utility>

namespace praxis::indexer {

Workers::Workers(std::size_t threads,
                 std::size_t tasks,
                 Task task,
                 std::function<void()> on_failure)
    : tasks_(tasks), task_(std::move(task)), on_failure_(std::move(on_failure)) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    stop();
}

void Workers::finish() {
    threads_.clear();
    rethrow();
}

void Workers::stop() {
    next_ = tasks_;
}

void Workers::work() {
    try {
        for (std::size_t task = next_++; task < tasks_; task = next_++)
            task_(task);
    } catch (...) {
        stop();
        {
            const std::scoped_lock lock(mutex_);
            if (failure_)
                return;
            failure_ = std::current_exception();
        }
        on_failure_();
    }
}

void Workers::rethrow() {
    const std::scoped_lock lock(mutex_);
    if (failure_)
        std::rethrow_exception(std::exchange(failure_, nullptr));
}

} // namespace praxis::indexer
