// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/byte_channel.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace praxis::http {

namespace {

constexpr std::size_t read_size = 16 * 1024;

int milliseconds_until(Deadline deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3'600'000));
}

} // namespace

ByteChannel::Outcome ByteChannel::wait_for(short event, Deadline deadline) const {
    for (;;) {
        pollfd waiting{descriptor_, event, 0};
        const int ready = ::poll(&waiting, 1, milliseconds_until(deadline));
        if (ready > 0)
            return Outcome::Done;
        if (ready == 0)
            return Outcome::TimedOut;
        if (errno != EINTR)
            return Outcome::Closed;
    }
}

ByteChannel::Outcome ByteChannel::wait_readable(Deadline deadline) const {
    return wait_for(POLLIN, deadline);
}

ByteChannel::Outcome
ByteChannel::read_some(std::string& buffer, std::size_t limit, Deadline deadline) const {
    const std::size_t before = buffer.size();
    const std::size_t wanted = std::min(limit, read_size);
    for (;;) {
        if (const Outcome waited = wait_for(POLLIN, deadline); waited != Outcome::Done)
            return waited;
        buffer.resize(before + wanted);
        const ssize_t got = ::recv(descriptor_, buffer.data() + before, wanted, MSG_DONTWAIT);
        buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got > 0)
            return Outcome::Done;
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            return Outcome::Closed;
    }
}

ByteChannel::Outcome ByteChannel::write_all(std::string_view bytes, Deadline deadline) const {
    while (!bytes.empty()) {
        const ssize_t sent =
            ::send(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (errno != EAGAIN && errno != EINTR)
            return Outcome::Closed;
        if (const Outcome waited = wait_for(POLLOUT, deadline); waited != Outcome::Done)
            return waited;
    }
    return Outcome::Done;
}

void ByteChannel::finish(std::size_t max_dropped, Deadline deadline) const {
    ::shutdown(descriptor_, SHUT_WR);
    std::size_t dropped = 0;
    std::string rest;
    while (dropped < max_dropped && read_some(rest, read_size, deadline) == Outcome::Done) {
        dropped += rest.size();
        rest.clear();
    }
}

void ByteChannel::break_off() const {
    const linger at_once{1, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

} // namespace praxis::http
