// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace praxis::http {

void Metrics::count(std::string_view route, const Exchange& exchange) {
    const auto bucket = std::ranges::lower_bound(bounds_, exchange.duration.count());
    const std::lock_guard lock(mutex_);
    ++answers_[{std::string(route), exchange.status}];
    ++durations_[static_cast<std::size_t>(bucket - bounds_.begin())];
    seconds_ += std::chrono::duration<double>(exchange.duration).count();
    undelivered_ += exchange.delivered ? 0 : 1;
}

void Metrics::write(std::string& text) const {
    const std::lock_guard lock(mutex_);
    const auto out = std::back_inserter(text);
    text += "# TYPE praxis_http_requests_total counter\n";
    for (const auto& [key, number] : answers_)
        fmt::format_to(out,
                       "praxis_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                       key.first,
                       key.second,
                       number);
    text += "# TYPE praxis_http_request_seconds histogram\n";
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
        total += durations_[i];
        fmt::format_to(out,
                       "praxis_http_request_seconds_bucket{{le=\"{}\"}} {}\n",
                       static_cast<double>(bounds_[i]) / 1e6,
                       total);
    }
    total += durations_.back();
    fmt::format_to(out, "praxis_http_request_seconds_bucket{{le=\"+Inf\"}} {}\n", total);
    fmt::format_to(out, "praxis_http_request_seconds_sum {:.6f}\n", seconds_);
    fmt::format_to(out, "praxis_http_request_seconds_count {}\n", total);
    write_metric(text, "counter", "praxis_http_undelivered_total", undelivered_);
}

void write_metric(std::string& text,
                  std::string_view type,
                  std::string_view name,
                  std::uint64_t value) {
    fmt::format_to(std::back_inserter(text), "# TYPE {0} {1}\n{0} {2}\n", name, type, value);
}

} // namespace praxis::http
