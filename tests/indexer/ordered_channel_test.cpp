// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/ordered_channel.h"
#include "indexer/workers.h"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <vector>

using namespace praxis::indexer;

BOOST_AUTO_TEST_SUITE(ordered_channel_suite)

// Task t gives t % 5 items, each of which names its task; capacity is far below what is queued.
BOOST_AUTO_TEST_CASE(gives_the_results_in_the_order_of_the_tasks) {
    constexpr std::size_t tasks = 500;
    OrderedChannel<std::size_t> channel(3);
    const Workers workers(
        4,
        tasks,
        [&](std::size_t task) {
            for (std::size_t i = 0; i < task % 5; ++i)
                channel.push(task, task, 1);
            channel.finish(task);
        },
        [] {});
    std::vector<std::size_t> expected;
    std::vector<std::size_t> actual;
    for (std::size_t task = 0; task < tasks; ++task) {
        expected.insert(expected.end(), task % 5, task);
        while (const auto item = channel.pop())
            actual.push_back(*item);
    }
    BOOST_TEST(actual == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(turns_everyone_away_when_a_task_throws) {
    OrderedChannel<int> channel(1);
    Workers workers(
        2,
        100,
        [&](std::size_t task) {
            if (task == 7)
                throw std::runtime_error("task 7");
            channel.push(task, 0, 1);
            channel.finish(task);
        },
        [&] { channel.abandon(); });
    std::size_t popped = 0;
    for (std::size_t task = 0; task < 100; ++task)
        while (channel.pop())
            ++popped;
    BOOST_TEST(popped <= 99U);
    BOOST_CHECK_THROW(workers.rethrow(), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
