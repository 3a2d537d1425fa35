// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/problem.h"

#include "base/log.h"
#include "server/http/json/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

using enum ProblemType;

constexpr std::array<ProblemKind, 18> kinds = {{
    {MalformedRequest,
     "malformed-request",
     400,
     "The request is not well-formed HTTP",
     "The request line or a header field breaks the rules of HTTP/1.1, so nothing behind it can be "
     "trusted. The connection was closed. Programs that speak HTTP do not cause this; look for a "
     "broken proxy, or for text written to the socket by hand."},
    {InvalidParameter,
     "invalid-parameter",
     400,
     "A parameter is not valid",
     "A parameter is unknown, is given twice, or has a value that cannot be understood. Every "
     "mistake is listed under errors, with the parameter, the reason and, where it helps, the "
     "position in its value, counted in characters from 0."},
    {NotFound,
     "not-found",
     404,
     "There is nothing here",
     "No page, route or publication has this address. Identifiers are case-sensitive; a # inside "
     "one is written %23."},
    {MethodNotAllowed,
     "method-not-allowed",
     405,
     "This method is not allowed here",
     "The library is read by GET, HEAD and OPTIONS; the Allow header lists what this address "
     "understands."},
    {NotAcceptable,
     "not-acceptable",
     406,
     "There is no such format",
     "The Accept header asks for formats that this address does not have. Leave it out, or ask "
     "for */*, to get the usual one."},
    {RequestTimeout,
     "request-timeout",
     408,
     "The request did not arrive in time",
     "The server waits a few seconds for a whole request and then closes the connection, so that "
     "slow clients do not keep others out. Send the request again."},
    {TooManyRequests,
     "too-many-requests",
     429,
     "Too many requests",
     "Your address has sent more requests than this server grants to one client. Wait for the "
     "seconds in the Retry-After header; the RateLimit header of every answer says how many are "
     "left. To fetch a whole result, ask /v1/export once instead of turning pages."},
    {Gone,
     "gone",
     410,
     "This is no longer kept",
     "The publication was removed from the library, or the state of the library that a cursor or "
     "as_of names is no longer kept. Identifiers are never used again."},
    {LengthRequired,
     "length-required",
     411,
     "A body needs a Content-Length",
     "Bodies in chunks are not accepted: whether one is complete cannot be told. The connection "
     "was closed."},
    {BodyTooLarge,
     "body-too-large",
     413,
     "The body is too large",
     "No request to this server needs a body. A large one is not read; the connection was closed."},
    {TargetTooLong,
     "target-too-long",
     414,
     "The address is too long",
     "The request line is longer than 16,384 bytes. A query of 1,024 characters always fits; use "
     "fewer filters."},
    {UnsupportedBody,
     "unsupported-body",
     415,
     "A body is not understood here",
     "The request carries a body, but everything this address understands stands in its "
     "parameters. Send it without one."},
    {ExpectationFailed,
     "expectation-failed",
     417,
     "The expectation cannot be met",
     "The only value of the Expect header that is understood is 100-continue."},
    {HeaderTooLarge,
     "header-too-large",
     431,
     "The header is too large",
     "The header has more than 100 fields or more than 32,768 bytes. Cookies of other programs on "
     "the same host are the usual reason."},
    {Internal,
     "internal-error",
     500,
     "The server failed",
     "This is a fault of the server, not of the request. The server's log tells more under the "
     "request_id; please pass it on to whoever runs this library."},
    {Unavailable,
     "unavailable",
     503,
     "The server cannot answer now",
     "The server is starting, stopping, or has more to do than it can manage. Try again after the "
     "seconds in the Retry-After header."},
    {TimedOut,
     "search-timed-out",
     503,
     "The search took too long",
     "The search was stopped at its deadline; nothing of it is shown, because totals are exact or "
     "not given. Patterns that begin with few letters cost most: use longer words, or filters."},
    {VersionNotSupported,
     "version-not-supported",
     505,
     "This version of HTTP is not understood",
     "The server understands HTTP/1.0 and HTTP/1.1. Put a reverse proxy in front of it for newer "
     "versions and for encryption."},
}};

Problem internal_problem(std::string_view request_id, std::string_view reason) {
    log_event(LogLevel::Error,
              "request-failed",
              {{"request_id", std::string(request_id)}, {"reason", std::string(reason)}});
    return {Internal, "The server failed on this request; its log says why.", {}};
}

Problem problem_of_error(const Error& error, std::string_view request_id) {
    const ProblemType type = problem_type_of(error.kind());
    if (kind_of(type).status == 500)
        return internal_problem(request_id, error.what());
    return {type, error.message(), {}};
}

} // namespace

std::span<const ProblemKind> problem_kinds() {
    return kinds;
}

const ProblemKind& kind_of(ProblemType type) {
    return *std::ranges::find(kinds, type, &ProblemKind::type);
}

const ProblemKind* find_problem_kind(std::string_view name) {
    const auto found = std::ranges::find(kinds, name, &ProblemKind::name);
    return found == kinds.end() ? nullptr : &*found;
}

ProblemType problem_type_of(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return InvalidParameter;
    case ErrorKind::NotFound:
        return NotFound;
    case ErrorKind::TimedOut:
        return TimedOut;
    case ErrorKind::Unavailable:
    case ErrorKind::Conflict:
    case ErrorKind::Interrupted:
    case ErrorKind::NoSpace:
        return Unavailable;
    case ErrorKind::Corrupt:
    case ErrorKind::Internal:
        return Internal;
    }
    return Internal;
}

Problem problem_of(search::RequestProblem problem) {
    const ProblemType type = problem.gone ? Gone : problem_type_of(problem.kind);
    return {type, std::move(problem.detail), std::move(problem.errors)};
}

std::string problem_json(const Problem& problem, std::string_view request_id) {
    const ProblemKind& kind = kind_of(problem.type);
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("type", fmt::format("/problems/{}", kind.name));
        json.member("title", kind.title);
        json.member("status", static_cast<std::uint64_t>(kind.status));
        json.member("detail", problem.detail);
        json.member("request_id", request_id);
        if (!problem.errors.empty()) {
            const auto errors = json.key("errors").array();
            for (const search::ParameterError& error : problem.errors) {
                const auto entry = json.object();
                json.member("parameter", error.parameter);
                json.member("reason", error.reason);
                if (error.position)
                    json.member("position", std::uint64_t{*error.position});
            }
        }
    }
    return json.take();
}

std::optional<Problem> problem_of_running(const std::function<void()>& work,
                                          std::string_view request_id) {
    try {
        work();
        return std::nullopt;
    } catch (const Error& error) {
        return problem_of_error(error, request_id);
    } catch (const std::exception& error) {
        return internal_problem(request_id, error.what());
    } catch (...) {
        return internal_problem(request_id, "an exception of unknown type");
    }
}

} // namespace praxis::http
