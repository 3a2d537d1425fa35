// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/wire/byte_channel.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace praxis::http {

// The open connections: how many there may be, and which one has to go.
//
// A newcomer that finds every place taken (in total, or of its address) takes the place of the
// connection that has been waiting longest for its client: idle, dripping its head, or slow in
// taking its answer. An honest client is never the longest waiter, so slow ones harm each other
// alone. Only when every place is busy with a request is the newcomer turned away.
//
// Threads:  Thread-safe
// Lifetime: must outlive its places; a place must go before its socket is closed.
class ConnectionTable {
public:
    enum class Phase {
        Waiting,   // for the client's next request, or the rest of it
        Running,   // our own work: never evicted
        Answering, // until the client has taken the answer
    };

    class Place {
    public:
        Place(ConnectionTable& table, std::uint64_t number) : table_(table), number_(number) {}

        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        // False: the connection has to end, because it was evicted or because it would wait for
        // its client while the server drains.
        bool begin(Phase phase);

        bool draining() const;

    private:
        ConnectionTable& table_;
        std::uint64_t number_;
    };

    struct Counts {
        std::uint64_t open = 0;
        std::uint64_t evicted = 0;
        std::uint64_t refused = 0;
    };

    ConnectionTable(std::size_t max_total, std::size_t max_per_address);

    // A place for a new connection, or null when it has to be turned away.
    std::unique_ptr<Place> enter(int descriptor, std::string address);

    // Turns every newcomer away from now on and shuts the connections that wait for a request.
    void drain();

    // Shuts every connection down, busy or not.
    void shut_all();

    bool wait_until_empty(Deadline deadline);

    Counts counts() const;

private:
    struct Entry {
        int descriptor = -1;
        std::string address;
        Phase phase = Phase::Waiting;
        bool evicted = false;
        Clock::time_point since;
    };

    void leave(std::uint64_t number);
    bool make_room(const std::string& address);
    bool evict_longest_waiting(const std::string* address);
    static void shut(Entry& entry);

    const std::size_t max_total_;
    const std::size_t max_per_address_;
    mutable std::mutex mutex_; // guards what follows
    std::condition_variable left_;
    std::map<std::uint64_t, Entry> entries_;
    std::uint64_t last_number_ = 0;
    bool draining_ = false;
    Counts counts_;
};

} // namespace praxis::http
