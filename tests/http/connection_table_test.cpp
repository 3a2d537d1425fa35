// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/connection_table.h"

#include <boost/test/unit_test.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace praxis::http {

namespace {

using Phase = ConnectionTable::Phase;
using Outcome = ByteChannel::Outcome;

// Both ends of a connection.
struct Pair {
    Pair() { BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0); }

    ~Pair() {
        ::close(ends[0]);
        ::close(ends[1]);
    }

    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;

    int descriptor() const { return ends[0]; }

    bool was_shut() const {
        std::string bytes;
        return ByteChannel(ends[1]).read_some(bytes, 1, Clock::now()) == Outcome::Closed;
    }

    std::array<int, 2> ends{};
};

} // namespace

BOOST_AUTO_TEST_SUITE(connection_table_suite)

BOOST_AUTO_TEST_CASE(gives_a_newcomer_the_place_of_the_longest_waiter) {
    ConnectionTable table(2, 2);
    const Pair first;
    const Pair second;
    const Pair third;
    const auto a = table.enter(first.descriptor(), "a");
    const auto b = table.enter(second.descriptor(), "b");
    BOOST_REQUIRE(a->begin(Phase::Waiting)); // waits anew: b has waited longer
    const auto c = table.enter(third.descriptor(), "c");
    BOOST_REQUIRE(c != nullptr);
    BOOST_TEST(!first.was_shut());
    BOOST_TEST(second.was_shut());
    BOOST_TEST(!b->begin(Phase::Running));
    BOOST_TEST(a->begin(Phase::Running));
    BOOST_TEST(table.counts().evicted == 1U);
}

BOOST_AUTO_TEST_CASE(turns_newcomers_away_when_all_are_running) {
    ConnectionTable table(2, 2);
    const Pair first;
    const Pair second;
    const Pair third;
    const auto a = table.enter(first.descriptor(), "a");
    const auto b = table.enter(second.descriptor(), "a");
    BOOST_REQUIRE(a->begin(Phase::Running));
    BOOST_REQUIRE(b->begin(Phase::Running));
    BOOST_TEST((table.enter(third.descriptor(), "b") == nullptr));
    BOOST_TEST(table.counts().refused == 1U);
    BOOST_REQUIRE(b->begin(Phase::Answering)); // slow readers can be evicted again
    BOOST_TEST((table.enter(third.descriptor(), "b") != nullptr));
    BOOST_TEST(second.was_shut());
}

BOOST_AUTO_TEST_CASE(lets_an_address_harm_itself_alone) {
    ConnectionTable table(10, 2);
    const Pair other;
    const Pair first;
    const Pair second;
    const Pair third;
    const auto o = table.enter(other.descriptor(), "o");
    const auto a = table.enter(first.descriptor(), "a");
    const auto b = table.enter(second.descriptor(), "a");
    const auto c = table.enter(third.descriptor(), "a");
    BOOST_TEST(!other.was_shut());
    BOOST_TEST(first.was_shut());
    BOOST_TEST(!second.was_shut());
}

BOOST_AUTO_TEST_CASE(drains_waiting_connections_and_spares_the_others) {
    ConnectionTable table(10, 10);
    const Pair waiting;
    const Pair running;
    const Pair late;
    const auto a = table.enter(waiting.descriptor(), "a");
    auto b = table.enter(running.descriptor(), "a");
    BOOST_REQUIRE(b->begin(Phase::Running));
    table.drain();
    BOOST_TEST(waiting.was_shut());
    BOOST_TEST(!running.was_shut());
    BOOST_TEST(b->draining());
    BOOST_TEST(b->begin(Phase::Answering));
    BOOST_TEST(!b->begin(Phase::Waiting));
    BOOST_TEST((table.enter(late.descriptor(), "a") == nullptr));
    BOOST_TEST(!table.wait_until_empty(Clock::now()));
    table.shut_all();
    BOOST_TEST(running.was_shut());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
