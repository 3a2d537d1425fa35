// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/conversation.h"

#include "base/fingerprint.h"
#include "server/http/wire/response_text.h"

#include <algorithm>
#include <random>

namespace praxis::http {

namespace {

using Outcome = ByteChannel::Outcome;
using Phase = ConnectionTable::Phase;

// How long and how much a client may go on sending after the last answer.
constexpr std::chrono::milliseconds farewell{1'000};
constexpr std::size_t farewell_bytes = 256 * 1024;

bool is_plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_' || c == '.';
}

} // namespace

std::string request_id_of(const RequestHead& head) {
    const auto given = head.values("x-request-id");
    if (given.size() == 1 && !given[0].empty() && given[0].size() <= 64 &&
        std::ranges::all_of(given[0], is_plain))
        return std::string(given[0]);
    thread_local std::mt19937_64 random{std::random_device{}()};
    return to_hex(random());
}

Conversation::Conversation(ByteChannel channel,
                           ConnectionTable::Place& place,
                           const ConnectionLimits& limits,
                           Responder& responder,
                           std::string address)
    : channel_(channel), place_(place), limits_(limits), responder_(responder),
      address_(std::move(address)) {}

void Conversation::run() {
    std::size_t served = 0;
    while (run_one(served))
        ++served;
    if (broken_off_)
        channel_.break_off();
    else
        channel_.finish(farewell_bytes, Clock::now() + farewell);
}

bool Conversation::run_one(std::size_t served) {
    const auto head = receive_head(served);
    const auto incoming = head ? admit_head(*head) : std::nullopt;
    if (!incoming || !drop_body(incoming->framing) || !place_.begin(Phase::Running))
        return false;
    const bool asks_first = incoming->framing.expects_continue;
    return answer(*incoming,
                  incoming->framing.keep_alive && !asks_first &&
                      served + 1 < limits_.requests_per_connection);
}

std::optional<std::string> Conversation::receive_head(std::size_t served) {
    if (!place_.begin(Phase::Waiting))
        return std::nullopt;
    if (served > 0 && buffer_.empty() &&
        channel_.wait_readable(Clock::now() + limits_.idle_deadline) != Outcome::Done)
        return std::nullopt;
    const Deadline deadline = Clock::now() + limits_.head_deadline;
    HeadScanner scanner;
    for (;;) {
        began_ = Clock::now();
        const auto length = scanner.scan(buffer_);
        if (!length) {
            refuse(length.error(), {});
            return std::nullopt;
        }
        if (*length) {
            std::string head = buffer_.substr(0, **length);
            buffer_.erase(0, **length);
            return head;
        }
        const Outcome outcome = channel_.read_some(buffer_, max_head, deadline);
        if (outcome == Outcome::TimedOut && !buffer_.empty())
            refuse(
                {ProblemType::RequestTimeout, "The rest of the head did not arrive in time.", {}},
                {});
        if (outcome != Outcome::Done)
            return std::nullopt;
    }
}

std::optional<Conversation::Incoming> Conversation::admit_head(const std::string& head) {
    auto parsed = parse_request_head(head);
    if (!parsed) {
        refuse(parsed.error(), {});
        return std::nullopt;
    }
    const auto framing = admit(*parsed);
    if (!framing) {
        refuse(framing.error(), *parsed);
        return std::nullopt;
    }
    std::string id = request_id_of(*parsed);
    return Incoming{{std::move(*parsed), std::move(id), address_, framing->body_length > 0},
                    *framing};
}

// A client that asks first is answered at once, and the connection ends there: whether the body
// follows is the client's choice, so what comes next cannot be told apart from a request.
bool Conversation::drop_body(const Framing& framing) {
    if (framing.expects_continue)
        return true;
    const Deadline deadline = Clock::now() + limits_.body_deadline;
    std::size_t left = framing.body_length;
    for (;;) {
        const std::size_t dropped = std::min(left, buffer_.size());
        buffer_.erase(0, dropped);
        left -= dropped;
        if (left == 0)
            return true;
        const Outcome outcome = channel_.read_some(buffer_, left, deadline);
        if (outcome == Outcome::TimedOut)
            refuse(
                {ProblemType::RequestTimeout, "The rest of the body did not arrive in time.", {}},
                {});
        if (outcome != Outcome::Done)
            return false;
    }
}

bool Conversation::answer(const Incoming& incoming, bool keep_alive) {
    const Response response = responder_.answer(incoming.request);
    return deliver(
        response, incoming.request.head, incoming.request.id, keep_alive && !place_.draining());
}

void Conversation::refuse(const Problem& problem, const RequestHead& head) {
    buffer_.clear();
    const std::string id = request_id_of(head);
    deliver(responder_.refuse(problem, id), head, id, false);
}

// Each piece has the deadline of a whole answer: a long export to a steady client goes on, one
// that nobody reads does not.
Outcome Conversation::send_stream(BodyStream& stream,
                                  bool in_chunks,
                                  std::string_view id,
                                  std::size_t& bytes) {
    for (bool more = true; more;) {
        std::string piece;
        if (problem_of_running([&] { more = stream.read(piece); }, id))
            return Outcome::Closed;
        std::string text = piece.empty() || !in_chunks ? std::move(piece) : chunk(piece);
        if (!more && in_chunks)
            text += chunk({});
        bytes += text.size();
        const Outcome outcome = channel_.write_all(text, Clock::now() + limits_.response_deadline);
        if (outcome != Outcome::Done)
            return outcome;
    }
    return Outcome::Done;
}

bool Conversation::deliver(const Response& response,
                           const RequestHead& head,
                           std::string_view id,
                           bool keep_alive) {
    // HTTP/1.0 knows no chunks: there the end of the connection is the end of the body.
    const bool in_chunks = response.stream && head.minor_version == 1;
    keep_alive = keep_alive && (in_chunks || !response.stream);
    const std::string text =
        response_text(response, {head.method != "HEAD", keep_alive, in_chunks});
    std::size_t bytes = text.size();
    const bool evicted = !place_.begin(Phase::Answering);
    Outcome outcome = evicted ? Outcome::Closed
                              : channel_.write_all(text, Clock::now() + limits_.response_deadline);
    if (response.stream && outcome == Outcome::Done && head.method != "HEAD") {
        outcome = send_stream(*response.stream, in_chunks, id, bytes);
        broken_off_ = outcome != Outcome::Done;
    }
    responder_.record({head.method,
                       head.target,
                       id,
                       response.status,
                       bytes,
                       std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_),
                       outcome == Outcome::Done});
    return keep_alive && outcome == Outcome::Done;
}

} // namespace praxis::http
