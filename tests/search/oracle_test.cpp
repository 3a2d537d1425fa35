// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/unit_test.hpp>

#include "tests/support/oracle.h"
#include "tests/support/search_comparison.h"

using namespace praxis;
using namespace praxis::tests;

BOOST_AUTO_TEST_SUITE(oracle_suite)

// The slow test asks many more (oracle_slow_test.cpp).
BOOST_AUTO_TEST_CASE(search_and_oracle_agree_on_some_random_requests) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        ComparedLibrary library =
            seed % 2 == 0 ? ComparedLibrary(seed, 30) : ComparedLibrary::with_delta(seed, 30);
        for (int i = 0; i < 40; ++i) {
            if (i == 20)
                library.use_synonyms(seed);
            const search::SearchRequest request = library.requests().next();
            const std::string difference = library.difference(request);
            BOOST_TEST(difference == "",
                       "seed " << seed << ": " << described(request) << "\n  " << difference);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
