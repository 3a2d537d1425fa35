// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/browse/treemap.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace praxis::http {

namespace {

constexpr double little = 1e-6;

double area(const Rectangle& place) {
    return place.width * place.height;
}

bool overlap(const Rectangle& a, const Rectangle& b) {
    return a.x + little < b.x + b.width && b.x + little < a.x + a.width &&
           a.y + little < b.y + b.height && b.y + little < a.y + a.height;
}

bool is_inside(const Rectangle& part, const Rectangle& whole) {
    return part.x >= whole.x - little && part.y >= whole.y - little &&
           part.x + part.width <= whole.x + whole.width + little &&
           part.y + part.height <= whole.y + whole.height + little;
}

} // namespace

BOOST_AUTO_TEST_SUITE(treemap_suite)

BOOST_AUTO_TEST_CASE(divides_as_the_paper_does) {
    // The first rows of the example in the paper: 6 x 4 by weights 6, 6, 4, 3, 2, 2, 1.
    const auto places = treemap({6, 6, 4, 3, 2, 2, 1}, {0, 0, 6, 4});
    BOOST_TEST_REQUIRE(places.size() == 7U);
    BOOST_TEST((places[0] == Rectangle{0, 0, 3, 2}));
    BOOST_TEST((places[1] == Rectangle{0, 2, 3, 2}));
    BOOST_TEST(places[2].x == 3);
    BOOST_TEST(places[2].y == 0);
}

BOOST_AUTO_TEST_CASE(nothing_divides_into_nothing) {
    BOOST_TEST(treemap({}, {0, 0, 6, 4}).empty());
}

BOOST_AUTO_TEST_CASE(parts_have_the_areas_of_their_weights_and_share_no_place) {
    const bool holds = rc::check([] {
        auto numbers =
            *rc::gen::resize(40, rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1000)));
        std::sort(numbers.begin(), numbers.end(), std::greater<>());
        const std::vector<double> weights(numbers.begin(), numbers.end());
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        const Rectangle whole{10, 20, 300, 200};
        const auto places = treemap(weights, whole);
        RC_ASSERT(places.size() == weights.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            RC_ASSERT(is_inside(places[i], whole));
            RC_ASSERT(std::abs(area(places[i]) - weights[i] / sum * area(whole)) <
                      little * area(whole));
            for (std::size_t j = 0; j < i; ++j)
                RC_ASSERT(!overlap(places[i], places[j]));
        }
    });
    BOOST_TEST(holds);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
