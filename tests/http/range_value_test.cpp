// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/range_value.h"

#include <boost/test/unit_test.hpp>

namespace praxis::http {

namespace {

std::string shown(std::string_view text, RangeUnit unit) {
    const auto range = parse_range_value(text, unit);
    if (!range)
        return range.error().reason.substr(0, 12) +
               (range.error().position ? "@" + std::to_string(*range.error().position) : "");
    return (range->from ? range->from->to_string() : "") + ".." +
           (range->to ? range->to->to_string() : "");
}

} // namespace

BOOST_AUTO_TEST_SUITE(range_value_suite)

BOOST_AUTO_TEST_CASE(reads_ranges_of_numbers) {
    BOOST_TEST(shown("2010..2016", RangeUnit::Number) == "2010..2016");
    BOOST_TEST(shown("2010", RangeUnit::Number) == "2010..2010");
    BOOST_TEST(shown("2010..", RangeUnit::Number) == "2010..");
    BOOST_TEST(shown("..2016", RangeUnit::Number) == "..2016");
    BOOST_TEST(shown("2016..2010", RangeUnit::Number) == "has its ends");
    BOOST_TEST(shown("..", RangeUnit::Number) == "needs at lea");
    BOOST_TEST(shown("", RangeUnit::Number) == "needs at lea");
    BOOST_TEST(shown("2010-05", RangeUnit::Number) == "must be a wh@0");
    BOOST_TEST(shown("2010..soon", RangeUnit::Number) == "must be a wh@6");
    BOOST_TEST(shown("0..5", RangeUnit::Number) == "must be a wh@0");
    BOOST_TEST(shown("2010...2016", RangeUnit::Number) == "must be a wh@6");
    BOOST_TEST(shown("-5", RangeUnit::Number) == "must be a wh@0");
}

BOOST_AUTO_TEST_CASE(reads_ranges_of_dates) {
    BOOST_TEST(shown("2016-01..", RangeUnit::Date) == "2016-01..");
    BOOST_TEST(shown("2016-05-02", RangeUnit::Date) == "2016-05-02..2016-05-02");
    BOOST_TEST(shown("2016-05..2016", RangeUnit::Date) ==
               "2016-05..2016"); // a year means all of it
    BOOST_TEST(shown("2016-05..2016-05-01", RangeUnit::Date) == "2016-05..2016-05-01");
    BOOST_TEST(shown("2016-05..2016-04", RangeUnit::Date) == "has its ends");
    BOOST_TEST(shown("2016-13", RangeUnit::Date) == "must be a da@0");
    BOOST_TEST(shown("2016..2016-02-30", RangeUnit::Date) == "must be a da@6");
    BOOST_TEST(shown("May 2016", RangeUnit::Date) == "must be a da@0");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
