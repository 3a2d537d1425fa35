// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/budget.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace praxis::http {

namespace {

constexpr double minute = 60;

std::chrono::seconds whole_seconds(double seconds) {
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(seconds)));
}

} // namespace

double Budget::left_at(const Bucket& bucket, Time now) const {
    const std::chrono::duration<double> passed = now - bucket.at;
    return std::min(depth_, bucket.left + passed.count() * depth_ / minute);
}

Budget::Spent Budget::spend(std::string_view client, Time now) {
    const std::lock_guard lock(mutex_);
    auto found = buckets_.find(client);
    if (found == buckets_.end()) {
        if (buckets_.size() >= max_clients)
            forget_full_ones(now);
        found = buckets_.emplace(client, Bucket{depth_, now}).first;
    }
    Bucket& bucket = found->second;
    bucket.left = left_at(bucket, now);
    bucket.at = now;
    Spent spent;
    spent.granted = bucket.left >= 1;
    if (spent.granted)
        bucket.left -= 1;
    else
        spent.wait = whole_seconds((1 - bucket.left) * minute / depth_);
    spent.remaining = static_cast<std::uint64_t>(bucket.left);
    spent.refill = whole_seconds((depth_ - bucket.left) * minute / depth_);
    return spent;
}

void Budget::forget_full_ones(Time now) {
    std::vector<double> left;
    left.reserve(buckets_.size());
    for (const auto& [client, bucket] : buckets_)
        left.push_back(left_at(bucket, now));
    const auto middle = left.begin() + static_cast<std::ptrdiff_t>(left.size() / 2);
    std::nth_element(left.begin(), middle, left.end());
    const double fullest = *middle;
    std::erase_if(buckets_,
                  [&](const auto& entry) { return left_at(entry.second, now) >= fullest; });
}

std::size_t Budget::clients() const {
    const std::lock_guard lock(mutex_);
    return buckets_.size();
}

} // namespace praxis::http
