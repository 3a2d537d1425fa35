// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <ctime>

namespace praxis::search {

// The moment by which a search must be done.
//
// Loops ask `passed` between pieces of work and end early; whoever answers asks it last, and gives
// no answer instead of a partial one. Once passed, it stays so.
//
// It is asked with the system's coarse clock, which is a few milliseconds late and costs next to
// nothing.
//
// Threads:  Thread-compatible (one for each search)
class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(Clock::time_point at) : at_(at), passed_(Clock::now() >= at) {}

    // Of work that nobody waits for.
    static Deadline never() { return Deadline(Clock::time_point::max()); }

    bool passed() const {
        if (!passed_)
            passed_ = now() >= at_;
        return passed_;
    }

private:
    static Clock::time_point now() {
        std::timespec time{};
        ::clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
        return Clock::time_point(std::chrono::seconds(time.tv_sec) +
                                 std::chrono::nanoseconds(time.tv_nsec));
    }

    Clock::time_point at_;
    mutable bool passed_;
};

} // namespace praxis::search
