// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/routes.h"

#include "server/http/browse_handlers.h"
#include "server/http/explain_handler.h"
#include "server/http/file_handlers.h"
#include "server/http/page_handlers.h"
#include "server/http/publication_handlers.h"
#include "server/http/search_handler.h"
#include "server/http/status_handlers.h"
#include "server/http/suggest_handler.h"

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

constexpr auto costly = Route::Costly | Route::Revalidated;
constexpr auto cached = Route::Revalidated;
constexpr auto live = Route::None;

constexpr std::array<Route, 21> table = {{
    {"/", "page", html_type, costly, show_search_page},
    {"/facets/*", "facet-page", html_type, costly, show_facet_page},
    {"/topics", "topics-page", html_type, costly, show_topics_page},
    {"/help", "help-page", html_type, costly, show_help_page},
    {"/about", "about-page", html_type, costly, show_about_page},
    {"/publications/*", "publication-page", html_type, cached, show_publication_page},
    {"/v1/search", "search", json_type, costly, answer_search},
    {"/v1/suggest", "suggest", json_type, cached, answer_suggestions},
    {"/v1/explain", "explain", json_type, costly, answer_explanation},
    {"/v1/publications", "publication-of-source", json_type, cached, answer_publication_of_source},
    {"/v1/publications/*", "publication", json_type, cached, answer_publication},
    {"/v1/status", "status", json_type, live, answer_status},
    {"/healthz", "health", "text/plain", live, answer_health},
    {"/readyz", "readiness", "text/plain", live, answer_readiness},
    {"/metrics", "metrics", "text/plain", live, answer_metrics},
    {"/problems/*", "problem-page", html_type, live, show_problem_kind},
    {"/web/style.css", "file", "text/css", live, send_style_sheet},
    {"/web/page.js", "file", "text/javascript", live, send_page_script},
    {"/embed/praxis-search.js", "file", "text/javascript", live, send_search_box},
    {"/web/icon.svg", "file", "image/svg+xml", live, send_icon},
    {"/robots.txt", "file", "text/plain", live, send_robots},
}};

// How many segments of the path the pattern takes for itself, or nothing without a match.
std::optional<std::size_t> match_pattern(std::string_view pattern,
                                         std::span<const std::string> path) {
    std::size_t taken = 0;
    pattern.remove_prefix(1);
    for (;; ++taken) {
        const std::size_t end = std::min(pattern.find('/'), pattern.size());
        const std::string_view segment = pattern.substr(0, end);
        if (taken == path.size())
            return std::nullopt;
        if (segment == "*")
            return taken;
        if (segment != path[taken])
            return std::nullopt;
        if (end == pattern.size())
            return taken + 1 == path.size() ? std::optional(path.size()) : std::nullopt;
        pattern.remove_prefix(end + 1);
    }
}

} // namespace

std::span<const Route> routes() {
    return table;
}

std::optional<Match> find_route(std::span<const std::string> path) {
    for (const Route& route : table)
        if (const auto taken = match_pattern(route.pattern, path))
            return Match{&route, path.subspan(*taken)};
    return std::nullopt;
}

} // namespace praxis::http
