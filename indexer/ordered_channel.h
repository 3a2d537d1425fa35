// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace praxis::indexer {

// Carries the results of many readers to one writer, in the order of the tasks.
//
// Readers work on tasks 0, 1, 2, … side by side and push what each task gives; the writer takes
// task 0's results, then task 1's, and so on. So the outcome does not depend on who was faster.
// Memory is bounded: a reader of a later task waits while `capacity` weight is queued; the reader
// of the task that the writer waits for is never held up by others.
//
// Units:    weight in whatever the caller counts, e.g. bytes of text.
// Threads:  Thread-safe
template <typename T>
class OrderedChannel {
public:
    explicit OrderedChannel(std::size_t capacity) : capacity_(capacity) {}

    // Returns false when the channel was abandoned: the reader then stops.
    bool push(std::size_t task, T item, std::size_t weight) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return abandoned_ || queued_ < capacity_ || task == current_; });
        if (abandoned_)
            return false;
        queued_ += weight;
        lanes_[task].items.emplace_back(std::move(item), weight);
        if (task == current_)
            ready_.notify_one();
        return true;
    }

    // No more results of this task.
    void finish(std::size_t task) {
        const std::scoped_lock lock(mutex_);
        lanes_[task].finished = true;
        if (task == current_)
            ready_.notify_one();
    }

    // The next result of the current task; nothing when that task is finished: then the next
    // task is the current one. Blocks until either is known or the channel is abandoned.
    std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        Lane& lane = lanes_[current_];
        ready_.wait(lock, [&] { return abandoned_ || !lane.items.empty() || lane.finished; });
        if (abandoned_)
            return std::nullopt;
        if (lane.items.empty()) {
            lanes_.erase(current_++);
            room_.notify_all();
            return std::nullopt;
        }
        auto [item, weight] = std::move(lane.items.front());
        lane.items.pop_front();
        queued_ -= weight;
        room_.notify_all();
        return std::move(item);
    }

    // Wakes and turns away everyone; used when the work is given up.
    void abandon() {
        const std::scoped_lock lock(mutex_);
        abandoned_ = true;
        room_.notify_all();
        ready_.notify_all();
    }

    bool is_abandoned() {
        const std::scoped_lock lock(mutex_);
        return abandoned_;
    }

private:
    struct Lane {
        std::deque<std::pair<T, std::size_t>> items;
        bool finished = false;
    };

    const std::size_t capacity_;
    std::mutex mutex_; // guards everything below
    std::condition_variable room_;
    std::condition_variable ready_;
    std::map<std::size_t, Lane> lanes_;
    std::size_t current_ = 0;
    std::size_t queued_ = 0;
    bool abandoned_ = false;
};

} // namespace praxis::indexer
