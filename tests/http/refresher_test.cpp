// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/refresher.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/fake_searcher.h"

namespace praxis::http {

namespace {

using namespace std::chrono_literals;

void wait_for_generation(const tests::FakeSearcher& searcher, std::uint64_t number) {
    for (int i = 0; i < 3'000 && searcher.served().number != number; ++i)
        std::this_thread::sleep_for(10ms);
    BOOST_TEST(searcher.served().number == number);
}

} // namespace

BOOST_AUTO_TEST_SUITE(refresher_suite)

BOOST_AUTO_TEST_CASE(follows_the_index_and_survives_its_failures) {
    tests::FakeSearcher searcher;
    const Refresher refresher(searcher, 5ms);
    searcher.publish(8);
    wait_for_generation(searcher, 8);
    searcher.break_refresh("a file is damaged");
    searcher.publish(9);
    std::this_thread::sleep_for(50ms);
    BOOST_TEST(searcher.served().number == 8U);
    searcher.break_refresh("");
    wait_for_generation(searcher, 9);
}

BOOST_AUTO_TEST_CASE(ends_without_waiting_for_its_next_turn) {
    tests::FakeSearcher searcher;
    searcher.publish(8);
    { const Refresher refresher(searcher, std::chrono::hours(24)); }
    BOOST_TEST(searcher.served().number == 7U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
