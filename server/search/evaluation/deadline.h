// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>

namespace praxis::search {

// The moment by which a search must be done.
//
// Loops ask `passed` between pieces of work and end early; whoever answers asks it last, and gives
// no answer instead of a partial one. Once passed, it stays so.
//
// Threads:  Thread-compatible (one for each search)
class Deadline {
public:
    explicit Deadline(std::chrono::steady_clock::time_point at) : at_(at) {}

    bool passed() const {
        if (!passed_)
            passed_ = std::chrono::steady_clock::now() >= at_;
        return passed_;
    }

private:
    std::chrono::steady_clock::time_point at_;
    mutable bool passed_ = false;
};

} // namespace praxis::search
