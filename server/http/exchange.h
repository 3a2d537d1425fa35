// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/body_stream.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"
#include "server/http/wire/request_head.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace praxis::http {

// A request that was admitted; its body, if it had one, was read and dropped.
//
// Threads:  Immutable
struct Request {
    RequestHead head;
    std::string id;      // X-Request-Id: the client's, or one of ours
    std::string address; // of the other end of the connection
    bool had_body = false;
};

// Threads:  Thread-compatible
struct Response {
    int status = 200;
    HeaderList headers; // Date, Content-Length and Connection are added when it is sent
    std::string body;
    std::unique_ptr<BodyStream> stream{}; // if set, in the place of the body
};

// What the log and the counters learn about one exchange.
struct Exchange {
    std::string_view method;
    std::string_view target;
    std::string_view request_id;
    int status = 0;
    std::size_t bytes = 0;
    std::chrono::microseconds duration{0}; // from the last byte of the head to the answer's end
    bool delivered = true;
};

// Who answers; the wire knows nothing else of the rest of the server.
//
// Errors:   none thrown: a failure is an answer too.
// Threads:  Thread-safe
class Responder {
public:
    virtual ~Responder() = default;

    virtual Response answer(const Request& request) = 0;

    // The answer to what could not be admitted; `request_id` as in Request.
    virtual Response refuse(const Problem& problem, std::string_view request_id) = 0;

    virtual void record(const Exchange& exchange) = 0;
};

} // namespace praxis::http
