// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/wire/request_head.h"

#include <cstdint>

namespace praxis::http {

// Decides whether a request may come in, and where it ends, before anything else looks at it.
//
// Two programs that disagree about the end of a request can be made to disagree about what the
// next one is. So a length stands once and in digits, or there is none; a body in chunks is
// refused; a body too large to be dropped quickly is refused. Whoever refuses must close.
//
// Errors:   problems 400, 411, 413, 417.
// Threads:  Immutable
// Source:   RFC 9112, 3.2 and 6

struct Framing {
    std::uint64_t body_length = 0;
    bool keep_alive = true;
    bool expects_continue = false; // the client asks before it sends the body
};

Admitted<Framing> admit(const RequestHead& head);

} // namespace praxis::http
