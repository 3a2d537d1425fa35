// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/upright_counters.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <vector>

using namespace praxis::search;

namespace {

UprightCounters::Counts counted_singly(const std::vector<UprightCounters::Row>& rows) {
    UprightCounters::Counts counts{};
    for (const UprightCounters::Row& row : rows)
        for (std::size_t bit = 0; bit < counts.size(); ++bit)
            counts[bit] += static_cast<std::uint32_t>(row[bit / 64] >> (bit % 64) & 1U);
    return counts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(upright_counters_suite)

BOOST_AUTO_TEST_CASE(they_count_as_one_would_bit_by_bit) {
    BOOST_TEST(
        rc::check("random rows, added in pieces", [](std::vector<UprightCounters::Row> rows) {
            UprightCounters counters;
            std::vector<const BitWord*> waiting;
            for (const UprightCounters::Row& row : rows) {
                waiting.push_back(row.data());
                if (*rc::gen::inRange(0, 5) > 0)
                    continue;
                counters.add(waiting);
                waiting.clear();
            }
            counters.add(waiting);
            RC_ASSERT(counters.counts() == counted_singly(rows));
        }));
}

BOOST_AUTO_TEST_CASE(a_bit_that_is_set_in_every_row_carries_through_all_planes) {
    UprightCounters::Row row{};
    row.back() = 1;
    const std::vector<const BitWord*> rows(1'000, row.data());
    UprightCounters counters;
    for (int i = 0; i < 66; ++i)
        counters.add(rows);
    const UprightCounters::Counts counts = counters.counts();
    BOOST_TEST(counts[7 * 64] == 66'000U);
    BOOST_TEST(counts[7 * 64 + 1] == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
