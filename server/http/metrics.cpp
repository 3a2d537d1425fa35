// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace praxis::http {

namespace {

void write_head(std::string& text,
                std::string_view type,
                std::string_view name,
                std::string_view help) {
    fmt::format_to(std::back_inserter(text), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

} // namespace

void Metrics::count(std::string_view route, const Exchange& exchange) {
    const auto bucket = std::ranges::lower_bound(bounds, exchange.duration.count());
    const std::lock_guard lock(mutex_);
    ++answers_[{std::string(route), exchange.status}];
    auto durations = durations_.find(route);
    if (durations == durations_.end())
        durations = durations_.emplace(route, Durations{}).first;
    ++durations->second.numbers[static_cast<std::size_t>(bucket - bounds.begin())];
    durations->second.seconds += std::chrono::duration<double>(exchange.duration).count();
    bytes_ += exchange.bytes;
    undelivered_ += exchange.delivered ? 0 : 1;
}

void Metrics::write(std::string& text) const {
    const std::lock_guard lock(mutex_);
    write_head(text, "counter", "praxis_http_requests_total", "Answers by route and status.");
    for (const auto& [key, number] : answers_)
        fmt::format_to(std::back_inserter(text),
                       "praxis_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                       key.first,
                       key.second,
                       number);
    write_durations(text);
    write_metric(text,
                 "counter",
                 "praxis_http_sent_bytes_total",
                 "Bytes of all answers, heads too.",
                 bytes_);
    write_metric(text,
                 "counter",
                 "praxis_http_undelivered_total",
                 "Answers that the client did not take to the end.",
                 undelivered_);
}

void Metrics::write_durations(std::string& text) const {
    constexpr std::string_view name = "praxis_http_request_seconds";
    const auto out = std::back_inserter(text);
    write_head(text, "histogram", name, "From a request's last byte to its answer's, by route.");
    for (const auto& [route, durations] : durations_) {
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            total += durations.numbers[i];
            fmt::format_to(out,
                           "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                           name,
                           route,
                           static_cast<double>(bounds[i]) / 1e6,
                           total);
        }
        total += durations.numbers.back();
        fmt::format_to(out, "{}_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", name, route, total);
        fmt::format_to(out, "{}_sum{{route=\"{}\"}} {:.6f}\n", name, route, durations.seconds);
        fmt::format_to(out, "{}_count{{route=\"{}\"}} {}\n", name, route, total);
    }
}

void write_metric(std::string& text,
                  std::string_view type,
                  std::string_view name,
                  std::string_view help,
                  std::uint64_t value) {
    write_head(text, type, name, help);
    fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

} // namespace praxis::http
