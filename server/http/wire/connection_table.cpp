// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/connection_table.h"

#include <sys/socket.h>

#include <algorithm>

namespace praxis::http {

ConnectionTable::Place::~Place() {
    table_.leave(number_);
}

bool ConnectionTable::Place::begin(Phase phase) {
    const std::lock_guard lock(table_.mutex_);
    Entry& entry = table_.entries_.at(number_);
    entry.phase = phase;
    entry.since = Clock::now();
    return !entry.evicted && !(table_.draining_ && phase == Phase::Waiting);
}

bool ConnectionTable::Place::draining() const {
    const std::lock_guard lock(table_.mutex_);
    return table_.draining_;
}

ConnectionTable::ConnectionTable(std::size_t max_total, std::size_t max_per_address)
    : max_total_(max_total), max_per_address_(max_per_address) {}

std::unique_ptr<ConnectionTable::Place> ConnectionTable::enter(int descriptor,
                                                               std::string address) {
    const std::lock_guard lock(mutex_);
    if (draining_ || !make_room(address)) {
        ++counts_.refused;
        return nullptr;
    }
    const std::uint64_t number = ++last_number_;
    entries_[number] = Entry{descriptor, std::move(address), Phase::Waiting, false, Clock::now()};
    return std::make_unique<Place>(*this, number);
}

void ConnectionTable::drain() {
    const std::lock_guard lock(mutex_);
    draining_ = true;
    for (auto& [number, entry] : entries_)
        if (entry.phase == Phase::Waiting)
            shut(entry);
}

void ConnectionTable::shut_all() {
    const std::lock_guard lock(mutex_);
    draining_ = true;
    for (auto& [number, entry] : entries_)
        shut(entry);
}

bool ConnectionTable::wait_until_empty(Deadline deadline) {
    std::unique_lock lock(mutex_);
    return left_.wait_until(lock, deadline, [&] { return entries_.empty(); });
}

ConnectionTable::Counts ConnectionTable::counts() const {
    const std::lock_guard lock(mutex_);
    Counts counts = counts_;
    counts.open = entries_.size();
    return counts;
}

void ConnectionTable::leave(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    entries_.erase(number);
    left_.notify_all();
}

// Evicted connections are on their way out and do not count.
bool ConnectionTable::make_room(const std::string& address) {
    const auto counted = [&](const auto& numbered) {
        return !numbered.second.evicted;
    };
    const auto of_address = [&](const auto& numbered) {
        return counted(numbered) && numbered.second.address == address;
    };
    if (std::ranges::count_if(entries_, of_address) >=
            static_cast<std::ptrdiff_t>(max_per_address_) &&
        !evict_longest_waiting(&address))
        return false;
    return std::ranges::count_if(entries_, counted) < static_cast<std::ptrdiff_t>(max_total_) ||
           evict_longest_waiting(nullptr);
}

bool ConnectionTable::evict_longest_waiting(const std::string* address) {
    Entry* longest = nullptr;
    for (auto& [number, entry] : entries_)
        if (entry.phase != Phase::Running && !entry.evicted &&
            (address == nullptr || entry.address == *address) &&
            (longest == nullptr || entry.since < longest->since))
            longest = &entry;
    if (longest == nullptr)
        return false;
    shut(*longest);
    ++counts_.evicted;
    return true;
}

void ConnectionTable::shut(Entry& entry) {
    entry.evicted = true;
    ::shutdown(entry.descriptor, SHUT_RDWR);
}

} // namespace praxis::http
