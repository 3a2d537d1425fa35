// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/date.h"

#include <boost/test/unit_test.hpp>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(date_suite)

BOOST_AUTO_TEST_CASE(reads_years_months_and_days) {
    BOOST_TEST((parse_iso_date("2016") == Date{2016, 0, 0}));
    BOOST_TEST((parse_iso_date("2016-05") == Date{2016, 5, 0}));
    BOOST_TEST((parse_iso_date("2016-02-29") == Date{2016, 2, 29}));
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_date) {
    for (const char* text : {"", "0000", "2016-13", "2015-02-29", "2016-5-2", "2016-00-01", "16"})
        BOOST_TEST(!parse_iso_date(text), text);
}

BOOST_AUTO_TEST_CASE(means_the_whole_of_a_year_or_month) {
    BOOST_TEST((Date{2016, 2, 0}.last_day() == Date{2016, 2, 29}));
    BOOST_TEST((Date{2016, 0, 0}.first_day() == Date{2016, 1, 1}));
    BOOST_TEST((Date{2016, 0, 0}.last_day() == Date{2016, 12, 31}));
    BOOST_TEST((Date{1970, 1, 2}.day_number() == 1));
    BOOST_TEST((Date{2016, 5, 2}.to_string() == "2016-05-02"));
}

BOOST_AUTO_TEST_SUITE_END()
