// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>

namespace praxis::http {

// Lets only so many searches run at once; the next ones wait a little, then are told to come back.
//
// More searches than cores make every one of them slower and none of them earlier.
//
// Threads:  Thread-safe
// Lifetime: must outlive its passes.
class RunningGate {
public:
    class Pass {
    public:
        explicit Pass(RunningGate& gate) : gate_(gate) {}

        ~Pass() { gate_.leave(); }

        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;

    private:
        RunningGate& gate_;
    };

    RunningGate(std::size_t places, std::chrono::milliseconds patience)
        : places_(places), patience_(patience) {}

    // Null: still full after the patience.
    std::unique_ptr<Pass> enter();

    std::size_t running() const;

private:
    void leave();

    const std::size_t places_;
    const std::chrono::milliseconds patience_;
    mutable std::mutex mutex_; // guards running_
    std::condition_variable left_;
    std::size_t running_ = 0;
};

} // namespace praxis::http
