// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/nearest.h"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(nearest_suite)

BOOST_AUTO_TEST_CASE(finds_what_was_most_likely_meant) {
    constexpr std::array<std::string_view, 3> known = {"sync", "check", "history"};
    BOOST_TEST(nearest_word("snyc", known) == "sync");
    BOOST_TEST(nearest_word("chek", known) == "check");
    BOOST_TEST(nearest_word("histroy", known) == "history");
    BOOST_TEST(nearest_word("publish", known) == "");
    BOOST_TEST(nearest_word("", known) == "");
}

BOOST_AUTO_TEST_SUITE_END()
