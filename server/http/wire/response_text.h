// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/exchange.h"

#include <string>

namespace praxis::http {

// How an answer is sent: the status line, its fields, Date, Content-Length, Connection, and the
// body unless the request was HEAD.
//
// Shapes:   204 and 304 have neither body nor Content-Length, a stream has no Content-Length.
// Threads:  Immutable
struct Delivery {
    bool with_body = true;
    bool keep_alive = true;
    bool in_chunks = false; // the body follows behind the text, each piece as a chunk
};

std::string response_text(const Response& response, Delivery delivery);

std::string_view reason_phrase(int status);

// A piece of a stream as a chunk; an empty piece is the end of the body.
std::string chunk(std::string_view piece);

} // namespace praxis::http
