// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace praxis::http {

// How many requests each client may still send: a bucket that fills evenly, a minute's worth deep.
//
// A client that was quiet may send a minute's requests at once; after that they come at the rate
// of the budget. Who is not known has a full bucket, so buckets that are full again are forgotten;
// when too many addresses come at once, the fullest are.
//
// Threads:  Thread-safe
class Budget {
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Spent {
        bool granted = true;
        std::uint64_t remaining = 0;
        std::chrono::seconds wait{0};   // until the next request is granted
        std::chrono::seconds refill{0}; // until the bucket is full
    };

    static constexpr std::size_t max_clients = 20'000;

    explicit Budget(std::uint64_t requests_per_minute)
        : depth_(static_cast<double>(requests_per_minute)) {}

    Spent spend(std::string_view client, Time now);

    std::size_t clients() const;

private:
    struct Bucket {
        double left = 0;
        Time at;
    };

    double left_at(const Bucket& bucket, Time now) const;
    void forget_full_ones(Time now);

    const double depth_;
    mutable std::mutex mutex_; // guards what follows
    std::map<std::string, Bucket, std::less<>> buckets_;
};

} // namespace praxis::http
