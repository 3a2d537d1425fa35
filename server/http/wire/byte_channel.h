// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace praxis::http {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;

// A connected socket, read and written against deadlines.
//
// A timeout for each system call lets a client live for ever by sending a byte now and then; a
// deadline covers the whole thing that is being read or written.
//
// Errors:   none thrown; a broken connection is Closed.
// Threads:  Thread-compatible (another thread may shut the socket down at any time)
// Lifetime: borrows the descriptor.
class ByteChannel {
public:
    enum class Outcome { Done, Closed, TimedOut };

    explicit ByteChannel(int descriptor) : descriptor_(descriptor) {}

    // Waits until bytes can be read or the client has gone.
    Outcome wait_readable(Deadline deadline) const;

    // Appends what arrives next, at least one byte and at most `limit`.
    Outcome read_some(std::string& buffer, std::size_t limit, Deadline deadline) const;

    Outcome write_all(std::string_view bytes, Deadline deadline) const;

    // Says that nothing more will be written, then reads and drops what the client still sends:
    // closing with unread bytes would reset the connection and destroy our last answer on its way.
    void finish(std::size_t max_dropped, Deadline deadline) const;

    // Makes closing a reset, so that the client cannot take what it has for the whole.
    void break_off() const;

private:
    Outcome wait_for(short event, Deadline deadline) const;

    int descriptor_;
};

} // namespace praxis::http
