// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/budget.h"

#include <boost/test/unit_test.hpp>

#include "tests/http/served_site.h"

#include <string>

namespace praxis::http {

namespace {

using namespace std::chrono_literals;

const Budget::Time start{1000s};

} // namespace

BOOST_AUTO_TEST_SUITE(budget_suite)

BOOST_AUTO_TEST_CASE(grants_a_minutes_worth_at_once_then_the_rate) {
    Budget budget(60);
    for (int i = 0; i < 60; ++i)
        BOOST_TEST(budget.spend("a", start).granted);
    const Budget::Spent refused = budget.spend("a", start);
    BOOST_TEST(!refused.granted);
    BOOST_TEST(refused.remaining == 0U);
    BOOST_TEST(refused.wait.count() == 1);
    BOOST_TEST(refused.refill.count() == 60);
    BOOST_TEST(budget.spend("a", start + 1s).granted);
    BOOST_TEST(!budget.spend("a", start + 1s).granted);
    BOOST_TEST(budget.spend("a", start + 1h).remaining == 59U);
}

BOOST_AUTO_TEST_CASE(counts_every_client_for_itself) {
    Budget budget(1);
    BOOST_TEST(budget.spend("a", start).granted);
    BOOST_TEST(budget.spend("b", start).granted);
    BOOST_TEST(!budget.spend("a", start).granted);
}

BOOST_AUTO_TEST_CASE(remembers_whoever_has_least_left) {
    Budget budget(10);
    for (int i = 0; i < 10; ++i)
        budget.spend("greedy", start);
    for (std::size_t i = 0; i < 3 * Budget::max_clients; ++i) {
        budget.spend(std::to_string(i), start);
        BOOST_REQUIRE(budget.clients() <= Budget::max_clients);
    }
    BOOST_TEST(!budget.spend("greedy", start).granted);
}

BOOST_AUTO_TEST_CASE(believes_a_proxy_only_where_there_is_one) {
    for (const bool behind_proxy : {false, true}) {
        Site::Options options;
        options.budget = 1;
        options.behind_proxy = behind_proxy;
        const tests::ServedSite site({}, options);
        const auto status = [&](const std::string& forwarded) {
            return site.fetch(tests::get("/v1/topics", "X-Forwarded-For: " + forwarded + "\r\n"))
                .status;
        };
        BOOST_TEST(status("10.0.0.1") == 200);
        BOOST_TEST(status("10.0.0.9, 10.0.0.2") == (behind_proxy ? 200 : 429));
        BOOST_TEST(status("10.0.0.8, 10.0.0.2") == 429);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
