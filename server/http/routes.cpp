// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/routes.h"

#include "server/http/browse_handlers.h"
#include "server/http/explain_handler.h"
#include "server/http/export_handler.h"
#include "server/http/facet_handler.h"
#include "server/http/file_handlers.h"
#include "server/http/openapi_handlers.h"
#include "server/http/page_handlers.h"
#include "server/http/publication_handlers.h"
#include "server/http/search_handler.h"
#include "server/http/status_handlers.h"
#include "server/http/suggest_handler.h"
#include "server/http/topic_handlers.h"

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

constexpr unsigned costly = Route::Costly | Route::Revalidated;
constexpr unsigned cached = Route::Revalidated;
constexpr unsigned live = Route::None;
constexpr unsigned running = Route::Operator;

template <const std::string_view&... types>
std::span<const std::string_view> any_of() {
    static constexpr std::array<std::string_view, sizeof...(types)> list = {types...};
    return list;
}

constexpr std::string_view css_type = "text/css";
constexpr std::string_view script_type = "text/javascript";
constexpr std::string_view svg_type = "image/svg+xml";
constexpr std::string_view text_type = "text/plain";
constexpr std::string_view csv_type = "text/csv";
constexpr std::string_view json_lines_type = "application/jsonl";
constexpr std::string_view ris_type = "application/x-research-info-systems";
constexpr std::string_view bibtex_type = "application/x-bibtex";

std::span<const Route> table() {
    static const auto page = any_of<html_type>();
    static const auto json = any_of<json_type>();
    static const auto text = any_of<text_type>();
    static const auto exported = any_of<json_lines_type, csv_type, ris_type, bibtex_type>();
    static const std::array<Route, 27> rows = {{
        {"/", "page", page, costly, show_search_page},
        {"/facets/*", "facet-page", page, costly, show_facet_page},
        {"/topics", "topics-page", page, costly, show_topics_page},
        {"/help", "help-page", page, costly, show_help_page},
        {"/about", "about-page", page, costly, show_about_page},
        {"/publications/*", "publication-page", page, cached, show_publication_page},
        {"/v1/search", "search", json, costly, answer_search},
        {"/v1/suggest", "suggest", json, cached, answer_suggestions},
        {"/v1/explain", "explain", json, costly, answer_explanation},
        {"/v1/facets/*", "facet", json, costly, answer_facet},
        {"/v1/topics", "topics", json, costly, answer_topics},
        {"/v1/topics/*", "topic", json, costly, answer_topic},
        {"/v1/export", "export", exported, Route::Export, answer_export},
        {"/v1/publications", "publication-of-source", json, cached, answer_publication_of_source},
        {"/v1/publications/*", "publication", publication_media(), cached, answer_publication},
        {"/v1/status", "status", json, running, answer_status},
        {"/healthz", "health", text, running, answer_health},
        {"/readyz", "readiness", text, running, answer_readiness},
        {"/metrics", "metrics", text, running, answer_metrics},
        {"/openapi.json", "openapi", json, cached, send_openapi},
        {"/docs", "docs", page, cached, show_api_page},
        {"/problems/*", "problem-page", page, live, show_problem_kind},
        {"/web/style.css", "file", any_of<css_type>(), live, send_style_sheet},
        {"/web/page.js", "file", any_of<script_type>(), live, send_page_script},
        {"/embed/praxis-search.js", "file", any_of<script_type>(), live, send_search_box},
        {"/web/icon.svg", "file", any_of<svg_type>(), live, send_icon},
        {"/robots.txt", "file", text, live, send_robots},
    }};
    return rows;
}

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
    return table();
}

std::optional<Match> find_route(std::span<const std::string> path) {
    for (const Route& route : table())
        if (const auto taken = match_pattern(route.pattern, path))
            return Match{&route, path.subspan(*taken)};
    return std::nullopt;
}

} // namespace praxis::http
