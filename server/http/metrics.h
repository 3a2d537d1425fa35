// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/exchange.h"

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::http {

// What was answered, counted for monitoring: by route and status, and how long each route took.
//
// Threads:  Thread-safe
// Source:   Prometheus text exposition format 0.0.4
class Metrics {
public:
    void count(std::string_view route, const Exchange& exchange);

    // Appends the counters of requests, bytes and durations.
    void write(std::string& text) const;

private:
    // Upper bounds in microseconds.
    static constexpr std::array<std::int64_t, 10> bounds = {
        250, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 250'000, 1'000'000, 2'500'000};

    struct Durations {
        std::array<std::uint64_t, bounds.size() + 1> numbers{};
        double seconds = 0;
    };

    void write_durations(std::string& text) const;

    mutable std::mutex mutex_; // guards what follows
    std::map<std::pair<std::string, int>, std::uint64_t> answers_;
    std::map<std::string, Durations, std::less<>> durations_; // by route
    std::uint64_t bytes_ = 0;
    std::uint64_t undelivered_ = 0;
};

// "# HELP name help", "# TYPE name type", then "name value".
void write_metric(std::string& text,
                  std::string_view type,
                  std::string_view name,
                  std::string_view help,
                  std::uint64_t value);

} // namespace praxis::http
