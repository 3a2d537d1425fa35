// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/guide/problem_page.h"

#include "server/http/pages/layout.h"

#include <fmt/format.h>

namespace praxis::http {

namespace {

void write_errors(HtmlWriter& html, const Problem& problem) {
    if (problem.errors.empty())
        return;
    const auto list = html.in("ul");
    for (const search::ParameterError& error : problem.errors) {
        const auto item = html.in("li");
        html.element("strong", {}, error.parameter);
        html.text(" " + error.reason);
        if (error.position)
            html.text(fmt::format(" (at character {})", *error.position + 1));
    }
}

void write_ways_on(HtmlWriter& html) {
    const auto line = html.in("p");
    html.text("Search again above, ");
    html.element("a", {{"href", "/topics"}}, "browse by topic");
    html.text(", read ");
    html.element("a", {{"href", "/help"}}, "how to search");
    html.text(" or ");
    html.element("a", {{"href", "/"}}, "begin anew");
    html.text(".");
}

} // namespace

std::string problem_page(const Problem& problem,
                         std::string_view request_id,
                         std::string_view query,
                         const schemas::Library& library) {
    const ProblemKind& kind = kind_of(problem.type);
    PageFrame frame{library, std::string(kind.title)};
    frame.query = query;
    frame.indexed = false;
    return write_page(frame, [&](HtmlWriter& html) {
        const auto section = html.in("section", {{"class", "problem"}});
        html.element("h1", {}, kind.title);
        html.element("p", {{"class", "lead"}}, problem.detail);
        write_errors(html, problem);
        html.element("p", {}, kind.explanation);
        write_ways_on(html);
        html.element("p",
                     {{"class", "quiet"}},
                     fmt::format("Status {}, request {}", kind.status, request_id));
    });
}

std::string problem_kind_page(const ProblemKind& kind, const schemas::Library& library) {
    PageFrame frame{library, std::string(kind.title)};
    frame.indexed = false;
    return write_page(frame, [&](HtmlWriter& html) {
        const auto section = html.in("section", {{"class", "problem"}});
        html.element("h1", {}, kind.title);
        html.element(
            "p", {{"class", "quiet"}}, fmt::format("Status {}, {}", kind.status, kind.name));
        html.element("p", {}, kind.explanation);
    });
}

} // namespace praxis::http
