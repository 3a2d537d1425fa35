// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace praxis::tests {

namespace {

constexpr int longest_wait_ms = 30'000;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

void parse_headers(std::string_view head, Answer& answer) {
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos;) {
        const std::size_t begin = at + 2;
        at = head.find("\r\n", begin);
        const std::string_view line = head.substr(begin, at - begin);
        const std::size_t colon = line.find(": ");
        if (colon != std::string_view::npos)
            answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
}

} // namespace

std::string Answer::header(std::string_view name) const {
    for (const auto& [candidate, value] : headers)
        if (lower(candidate) == lower(name))
            return value;
    return {};
}

HttpClient::HttpClient(std::uint16_t port) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to the server under test");
}

HttpClient::~HttpClient() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), buffer_(std::move(other.buffer_)) {}

bool HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

Answer HttpClient::read_answer(bool has_body) {
    Answer answer;
    std::size_t head_end = 0;
    while ((head_end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!read_more())
            return answer;
    answer.status = std::atoi(buffer_.c_str() + std::string_view("HTTP/1.1 ").size());
    parse_headers(std::string_view(buffer_).substr(0, head_end), answer);
    if (has_body && answer.header("Transfer-Encoding") == "chunked") {
        std::size_t end = 0;
        answer.body = read_chunks(head_end + 4, end);
        answer.text = buffer_.substr(0, head_end + 4) + answer.body;
        buffer_.erase(0, end);
        return answer;
    }
    const std::string length = answer.header("Content-Length");
    const std::size_t body = head_end + 4;
    const std::size_t end = body + (has_body ? std::strtoull(length.c_str(), nullptr, 10) : 0);
    while (buffer_.size() < end)
        if (!read_more())
            throw std::runtime_error("the answer was cut off");
    answer.text = buffer_.substr(0, end);
    answer.body = buffer_.substr(body, end - body);
    buffer_.erase(0, end);
    return answer;
}

std::size_t HttpClient::find_or_read(std::string_view end, std::size_t from) {
    for (;;) {
        const std::size_t found = buffer_.find(end, from);
        if (found != std::string::npos)
            return found;
        if (!read_more())
            throw std::runtime_error("the answer was cut off");
    }
}

std::string HttpClient::read_chunks(std::size_t at, std::size_t& end) {
    std::string body;
    for (;;) {
        const std::size_t line_end = find_or_read("\r\n", at);
        const std::size_t size = std::strtoull(buffer_.c_str() + at, nullptr, 16);
        while (buffer_.size() < line_end + 2 + size + 2)
            if (!read_more())
                throw std::runtime_error("the answer was cut off");
        body += buffer_.substr(line_end + 2, size);
        at = line_end + 2 + size + 2;
        if (size == 0) {
            end = at;
            return body;
        }
    }
}

std::optional<std::string> HttpClient::read_until_closed(std::chrono::milliseconds patience) {
    for (;;) {
        pollfd waiting{descriptor_, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0)
            return std::nullopt;
        if (!read_more())
            return std::exchange(buffer_, {});
    }
}

void HttpClient::shrink_receive_buffer() {
    const int smallest = 1;
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest);
}

bool HttpClient::read_more() {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, longest_wait_ms) <= 0)
        throw std::runtime_error("the server under test says nothing");
    char bytes[16 * 1024];
    const ssize_t got = ::recv(descriptor_, bytes, sizeof bytes, 0);
    if (got > 0)
        buffer_.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
}

std::string get(std::string_view target, std::string_view header_lines) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: library.example\r\n" +
           std::string(header_lines) + "\r\n";
}

Answer fetch(std::uint16_t port, std::string_view request, bool has_body) {
    HttpClient client(port);
    client.send(request);
    return client.read_answer(has_body);
}

} // namespace praxis::tests
