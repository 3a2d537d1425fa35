// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_request.h"

#include <tl/expected.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::http {

// What went wrong with a request, as every client is told it (RFC 9457).
//
// The kinds are one table: name (the last part of `type`, a page of this server that explains
// itself), status, title, explanation. ErrorKind becomes a status here and nowhere else.
//
// Threads:  Immutable
// Source:   RFC 9457; RFC 9110, 15

enum class ProblemType {
    MalformedRequest,
    InvalidParameter,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    RequestTimeout,
    TooManyRequests,
    Gone,
    LengthRequired,
    BodyTooLarge,
    TargetTooLong,
    UnsupportedBody,
    ExpectationFailed,
    HeaderTooLarge,
    Internal,
    Unavailable,
    TimedOut,
    VersionNotSupported,
};

struct ProblemKind {
    ProblemType type;
    std::string_view name; // "invalid-parameter": explained at /problems/invalid-parameter
    int status;
    std::string_view title;
    std::string_view explanation;
};

struct Problem {
    ProblemType type = ProblemType::Internal;
    std::string detail;
    std::vector<search::ParameterError> errors{};
};

template <typename T>
using Admitted = tl::expected<T, Problem>;

inline tl::unexpected<Problem> refusal(ProblemType type, std::string detail) {
    return tl::unexpected<Problem>(Problem{type, std::move(detail), {}});
}

std::span<const ProblemKind> problem_kinds();

const ProblemKind& kind_of(ProblemType type);

// The kind of that name, or null.
const ProblemKind* find_problem_kind(std::string_view name);

ProblemType problem_type_of(ErrorKind kind);

Problem problem_of(search::RequestProblem problem);

// {"type":"/problems/…","title":…,"status":…,"detail":…,"request_id":…,"errors":[…]}
std::string problem_json(const Problem& problem, std::string_view request_id);

// Runs the work; whatever escapes from it becomes a problem and a line in the log. This is the
// one place of the request path where exceptions end.
std::optional<Problem> problem_of_running(const std::function<void()>& work,
                                          std::string_view request_id);

} // namespace praxis::http
