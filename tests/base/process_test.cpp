// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/process.h"

#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

using namespace praxis;
using How = ChildEnd::How;

BOOST_TEST_DONT_PRINT_LOG_VALUE(praxis::ChildEnd::How)

BOOST_AUTO_TEST_SUITE(process_suite)

BOOST_AUTO_TEST_CASE(hands_back_what_the_work_returned) {
    const std::string long_text(300'000, 'x'); // more than a pipe holds
    const auto end = run_in_child([&] { return long_text; });
    BOOST_TEST_REQUIRE(end.has_value());
    BOOST_TEST(end->how == How::Returned);
    BOOST_TEST(end->text == long_text);
}

BOOST_AUTO_TEST_CASE(tells_an_exception_from_a_crash) {
    const auto threw = run_in_child([]() -> std::string { throw std::runtime_error("no such"); });
    BOOST_TEST(threw->how == How::Threw);
    BOOST_TEST(threw->text == "no such");
    const auto crashed = run_in_child([]() -> std::string {
        ::raise(SIGSEGV);
        return {};
    });
    BOOST_TEST(crashed->how == How::Killed);
    BOOST_TEST(crashed->signal == SIGSEGV);
}

BOOST_AUTO_TEST_CASE(ends_a_child_that_sleeps_too_long) {
    const auto end = run_in_child(
        [] {
            ::pause();
            return std::string();
        },
        {.wall = std::chrono::milliseconds(50)});
    BOOST_TEST(end->how == How::TimedOut);
}

BOOST_AUTO_TEST_CASE(ends_a_child_that_spins) {
    const auto end = run_in_child(
        [] {
            volatile unsigned turns = 0;
            while (true)
                turns = turns + 1;
            return std::string();
        },
        {.processor = std::chrono::seconds(1)});
    BOOST_TEST(end->how == How::Killed);
}

BOOST_AUTO_TEST_CASE(changes_nothing_here) {
    int seen = 1;
    const auto end = run_in_child([&] {
        seen = 2;
        return std::to_string(seen);
    });
    BOOST_TEST(end->text == "2");
    BOOST_TEST(seen == 1);
}

BOOST_AUTO_TEST_SUITE_END()
