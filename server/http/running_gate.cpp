// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/running_gate.h"

namespace praxis::http {

std::unique_ptr<RunningGate::Pass> RunningGate::enter() {
    std::unique_lock lock(mutex_);
    if (!left_.wait_for(lock, patience_, [&] { return running_ < places_; }))
        return nullptr;
    ++running_;
    return std::make_unique<Pass>(*this);
}

std::size_t RunningGate::running() const {
    const std::lock_guard lock(mutex_);
    return running_;
}

void RunningGate::leave() {
    const std::lock_guard lock(mutex_);
    --running_;
    left_.notify_one();
}

} // namespace praxis::http
