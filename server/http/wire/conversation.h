// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "server/http/wire/admission.h"
#include "server/http/wire/byte_channel.h"
#include "server/http/wire/connection_table.h"

#include <optional>
#include <string>

namespace praxis::http {

// One connection from its first request to its end.
//
// Reads a head, admits it, drops a small body, has it answered, writes the answer, and begins
// again; requests sent ahead wait in the buffer. Every wait has a deadline. After anything that
// was not admitted, what the client had sent behind it is thrown away unread: it is never run.
//
// Errors:   none thrown by itself; what a Responder throws passes through.
// Threads:  Thread-compatible
// Lifetime: borrows everything it is given.
class Conversation {
public:
    Conversation(ByteChannel channel,
                 ConnectionTable::Place& place,
                 const ConnectionLimits& limits,
                 Responder& responder,
                 std::string address = {});

    void run();

private:
    struct Incoming {
        Request request;
        Framing framing;
    };

    bool run_one(std::size_t served);
    std::optional<std::string> receive_head(std::size_t served);
    std::optional<Incoming> admit_head(const std::string& head);
    bool drop_body(const Framing& framing);
    bool answer(const Incoming& incoming, bool keep_alive);
    void refuse(const Problem& problem, const RequestHead& head);
    ByteChannel::Outcome
    send_stream(BodyStream& stream, bool in_chunks, std::string_view id, std::size_t& bytes);
    bool deliver(const Response& response,
                 const RequestHead& head,
                 std::string_view id,
                 bool keep_alive);

    ByteChannel channel_;
    ConnectionTable::Place& place_;
    const ConnectionLimits& limits_;
    Responder& responder_;
    const std::string address_;
    bool broken_off_ = false;
    std::string buffer_; // read, but not yet used
    Clock::time_point began_;
};

// The client's id if it is 1–64 plain characters, else a new one.
std::string request_id_of(const RequestHead& head);

} // namespace praxis::http
