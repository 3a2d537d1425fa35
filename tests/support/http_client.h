// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::tests {

// A client that sends exactly the bytes it is given, and reads exactly what comes back.
//
// Every wait ends after 30 seconds at the latest, so that a server which says nothing fails a
// test instead of stopping it.
//
// Threads:  Thread-compatible

struct Answer {
    int status = 0; // 0: the connection ended before an answer
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string text; // all of it; a body in chunks stands here joined

    std::string header(std::string_view name) const;
};

class HttpClient {
public:
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();
    HttpClient(HttpClient&& other) noexcept;
    HttpClient& operator=(HttpClient&&) = delete;

    // False when the server has closed the connection.
    bool send(std::string_view bytes);

    // The next answer; `has_body` is false for answers to HEAD.
    Answer read_answer(bool has_body = true);

    // Everything until the server closes the connection; nothing if it stays open for `patience`.
    std::optional<std::string>
    read_until_closed(std::chrono::milliseconds patience = std::chrono::seconds(30));

    // Makes the receive buffer as small as the system allows; before anything is read.
    void shrink_receive_buffer();

private:
    bool read_more();
    std::size_t find_or_read(std::string_view end, std::size_t from);
    std::string read_chunks(std::size_t at, std::size_t& end);

    int descriptor_ = -1;
    std::string buffer_;
};

// "GET <target> HTTP/1.1" with a Host and the further header lines ("A: b\r\n").
std::string get(std::string_view target, std::string_view header_lines = "");

// Sends one request on a connection of its own.
Answer fetch(std::uint16_t port, std::string_view request, bool has_body = true);

} // namespace praxis::tests
