// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstddef>

namespace praxis::http {

// The limits of the wire, all in one place. The first group is fixed, the second is configured.
//
// Units:    bytes, milliseconds.
// Threads:  Immutable

// A query of 1,024 code points, four bytes each, percent-encoded, must fit.
constexpr std::size_t max_request_line = 16 * 1024;
constexpr std::size_t max_head = 32 * 1024;
constexpr std::size_t max_header_fields = 100;
// No request to this server carries a body; a small one is read and dropped so that the
// connection can go on.
constexpr std::size_t max_drained_body = 64 * 1024;

struct ConnectionLimits {
    std::size_t connections = 256;
    std::size_t connections_per_address = 64;
    std::size_t requests_per_connection = 10'000;
    std::chrono::milliseconds head_deadline{5'000};      // first byte to blank line
    std::chrono::milliseconds body_deadline{5'000};      // all of a body that is dropped
    std::chrono::milliseconds idle_deadline{10'000};     // between two requests
    std::chrono::milliseconds response_deadline{30'000}; // until the client has taken the answer
    std::chrono::milliseconds drain_deadline{10'000};    // for running requests at shutdown
};

} // namespace praxis::http
