// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace praxis::http {

namespace {

using Flaw = Setting::Flaw;

template <typename Number>
Flaw read_number(std::string_view text, std::uint64_t least, std::uint64_t most, Number& number) {
    std::uint64_t read = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error != std::errc() || end != text.data() + text.size() || read < least || read > most)
        return fmt::format("must be a whole number from {} to {}", least, most);
    number = static_cast<Number>(read);
    return std::nullopt;
}

Flaw read_seconds(std::string_view text, std::chrono::milliseconds& duration) {
    double seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || !(seconds >= 0.01) ||
        seconds > 86'400)
        return "must be seconds, from 0.01 to 86400";
    duration = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    return std::nullopt;
}

Flaw read_choice(std::string_view text, bool& yes) {
    if (text != "yes" && text != "no")
        return "must be yes or no";
    yes = text == "yes";
    return std::nullopt;
}

Flaw read_index(ServerConfig& config, std::string_view value) {
    config.searcher.index = std::string(value);
    return value.empty() ? Flaw("must name a folder") : std::nullopt;
}

// "host:port", "[v6]:port"
Flaw read_listen(ServerConfig& config, std::string_view value) {
    const std::size_t colon = value.rfind(':');
    std::string_view host = value.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos)
        return "must be HOST:PORT; an IPv6 address stands in brackets";
    if (colon == std::string_view::npos || host.empty() ||
        read_number(value.substr(colon + 1), 0, 65'535, config.http.port))
        return "must be HOST:PORT, such as 127.0.0.1:8080";
    config.http.host = host;
    return std::nullopt;
}

Flaw read_origins(ServerConfig& config, std::string_view value) {
    config.site.origins.clear();
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(' '), value.size());
        if (end > 0 && value.substr(0, end) != "none")
            config.site.origins.emplace_back(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return std::nullopt;
}

} // namespace

std::span<const Setting> settings() {
    static constexpr Setting all[] = {
        {"index", "DIR", "the index that praxis-indexer writes (needed)", read_index},
        {"listen",
         "HOST:PORT",
         "where to listen (127.0.0.1:8080); port 0 picks a free one and prints it",
         read_listen},
        {"search-deadline",
         "SECONDS",
         "when a search is given up (2)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.searcher.deadline);
         }},
        {"synonyms",
         "FILE",
         "the names that stand for each other; read again whenever it changes (docs/synonyms.md)",
         [](ServerConfig& c, std::string_view v) -> Flaw {
             c.searcher.synonyms = v;
             return std::nullopt;
         }},
        {"searches",
         "N",
         "searches that run at the same time (four a core)",
         [](ServerConfig& c, std::string_view v) {
             return read_number(v, 1, 10'000, c.site.running);
         }},
        {"search-patience",
         "SECONDS",
         "how long a search waits for its turn before it is told 503 (1)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.site.patience);
         }},
        {"exports",
         "N",
         "exports that are sent at the same time (4)",
         [](ServerConfig& c, std::string_view v) {
             return read_number(v, 1, 1'000, c.site.exports);
         }},
        {"budget",
         "N",
         "requests a minute that one client may send, at most so many at once; 0: any number (0)",
         [](ServerConfig& c, std::string_view v) {
             return read_number(v, 0, 1'000'000, c.site.budget);
         }},
        {"behind-proxy",
         "yes|no",
         "the client's address is the last one in X-Forwarded-For (no)",
         [](ServerConfig& c, std::string_view v) {
             return read_choice(v, c.site.behind_proxy);
         }},
        {"connections",
         "N",
         "connections in all (256)",
         [](ServerConfig& c, std::string_view v) {
             return read_number(v, 1, 10'000, c.http.limits.connections);
         }},
        {"connections-per-address",
         "N",
         "connections of one address (64); behind a proxy, as many as in all",
         [](ServerConfig& c, std::string_view v) {
             return read_number(v, 1, 10'000, c.http.limits.connections_per_address);
         }},
        {"requests-per-connection",
         "N",
         "requests until a connection is closed (10000)",
         [](ServerConfig& c, std::string_view v) {
             return read_number(v, 1, 1'000'000'000, c.http.limits.requests_per_connection);
         }},
        {"head-deadline",
         "SECONDS",
         "for the whole head of a request (5)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.http.limits.head_deadline);
         }},
        {"body-deadline",
         "SECONDS",
         "for a body, which is dropped (5)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.http.limits.body_deadline);
         }},
        {"idle-deadline",
         "SECONDS",
         "between two requests of a connection (10)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.http.limits.idle_deadline);
         }},
        {"response-deadline",
         "SECONDS",
         "until a client has taken an answer (30)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.http.limits.response_deadline);
         }},
        {"drain-deadline",
         "SECONDS",
         "for running requests when the server stops (10)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.http.limits.drain_deadline);
         }},
        {"refresh-interval",
         "SECONDS",
         "how often to look for a new generation (0.2)",
         [](ServerConfig& c, std::string_view v) {
             return read_seconds(v, c.refresh_interval);
         }},
        {"origins",
         "'ORIGIN ...'",
         "pages of which sites may read answers: * (all), none, or a list (*)",
         read_origins},
        {"log-requests",
         "yes|no",
         "a line in the log for each request (yes)",
         [](ServerConfig& c, std::string_view v) {
             return read_choice(v, c.site.log_requests);
         }},
        {"log-queries",
         "yes|no",
         "with the query's words, which may be private (no)",
         [](ServerConfig& c, std::string_view v) {
             return read_choice(v, c.site.log_queries);
         }},
    };
    return all;
}

const Setting* find_setting(std::string_view name) {
    const auto found = std::ranges::find(settings(), name, &Setting::name);
    return found == settings().end() ? nullptr : &*found;
}

} // namespace praxis::http
