// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace praxis {

// Work done in a child process, so that a crash, a hang or a hunger for memory in it costs an
// answer and not the program.
//
// The child is a fork without a new program: it sees this process's memory as it was, and nothing
// it does is seen here but the text it returns. Of a process with several threads only the calling
// one goes on in the child, so the work must not wait for a lock that another thread may have held
// (no logging; objects made by the work itself are safe). The child has the standard streams and no
// other descriptor, so it holds no lock, and it ends with its parent.
//
// Errors:   Unavailable, when no process or pipe can be made. How the child ended is no error.
// Threads:  Thread-safe

struct ChildLimits {
    std::chrono::seconds processor{60};
    std::chrono::milliseconds wall{120'000};
    std::uint64_t memory_bytes = 0; // address space; 0: no limit (the sanitizers need none)
};

struct ChildEnd {
    enum class How {
        Returned, // `text` is what the work returned
        Threw,    // `text` says what
        Killed,   // by `signal`: a crash, or the limit of processor time or memory
        TimedOut, // the wall limit
    };
    How how = How::Returned;
    int signal = 0;
    std::string text;

    bool returned() const { return how == How::Returned; }

    // For messages: "returned", "was killed by signal 11 (Segmentation fault)".
    std::string described() const;
};

Result<ChildEnd> run_in_child(const std::function<std::string()>& work,
                              const ChildLimits& limits = {});

} // namespace praxis
