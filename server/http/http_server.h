// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "server/http/wire/connection_table.h"

#include <cstdint>
#include <memory>
#include <string>

namespace praxis::http {

// Listens, accepts, and gives every connection a thread of its own pool to talk on.
//
// Accepting and threads are Poco's TCPServer; the protocol is Conversation's, because the stock
// connection parses too forgivingly and has no deadline for a whole request (request_head.h).
// A few threads are kept above the limit of connections, so that those turned away hear a 503.
//
// Errors:   listen: InvalidInput (no such address), Conflict (port in use), Unavailable.
// Threads:  Thread-safe
// Lifetime: the Responder must outlive the server.
class HttpServer {
public:
    struct Options {
        std::string host = "127.0.0.1";
        std::uint16_t port = 0; // 0: the system chooses
        ConnectionLimits limits;
    };

    // Takes the address; connections wait in the system's queue until `start`.
    static Result<std::unique_ptr<HttpServer>> listen(const Options& options, Responder& responder);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    void start();

    std::uint16_t port() const;

    ConnectionTable::Counts connections() const;

    // Stops accepting, lets running requests finish within the drain deadline, then cuts what is
    // left. Returns whether everything finished in time; the destructor waits for the rest.
    bool stop();

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace praxis::http
