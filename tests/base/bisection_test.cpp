// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/bisection.h"

#include <boost/test/unit_test.hpp>

using praxis::first_without;

BOOST_AUTO_TEST_SUITE(bisection_suite)

BOOST_AUTO_TEST_CASE(every_border_of_short_ranges_is_found) {
    for (std::size_t begin = 0; begin < 5; ++begin)
        for (std::size_t end = begin; end < 12; ++end)
            for (std::size_t border = begin; border <= end; ++border)
                BOOST_TEST(first_without(begin, end, [&](std::size_t place) {
                               return place < border;
                           }) == border);
}

BOOST_AUTO_TEST_SUITE_END()
