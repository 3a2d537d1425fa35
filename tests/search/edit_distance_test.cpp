// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/edit_distance.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::search;

namespace {

struct Row {
    std::string left;
    std::string right;
    std::uint32_t edits;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.left << ", " << row.right << " (" << row.why << ")";
}

const Row rows[] = {
    {"budget", "budget", 0, "equal"},
    {"budget", "budgt", 1, "deleted"},
    {"budget", "budgeet", 1, "inserted"},
    {"budget", "budgat", 1, "replaced"},
    {"budget", "bugdet", 1, "swapped"},
    {"budget", "bugdt", 2, "swapped and deleted"},
    {"budget", "tegdub", 5, "reversed"},
    {"ca", "abc", 3, "no letter is edited twice"},
    {"na\u00efve", "naive", 1, "letters, not bytes"},
    {"", "ab", 2, "all inserted"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(edit_distance_suite)

BOOST_DATA_TEST_CASE(counts_the_edits_up_to_a_limit, rows) {
    const std::u32string left = code_points(sample.left);
    const std::u32string right = code_points(sample.right);
    for (std::uint32_t limit = 0; limit < 6; ++limit) {
        const auto distance = edit_distance(left, right, limit);
        BOOST_TEST(distance.has_value() == (sample.edits <= limit), "limit " << limit);
        BOOST_TEST(distance.value_or(sample.edits) == sample.edits);
        BOOST_TEST((edit_distance(right, left, limit) == distance));
    }
}

BOOST_AUTO_TEST_CASE(allows_more_edits_in_longer_words) {
    BOOST_TEST(allowed_edits(3) == 0U);
    BOOST_TEST(allowed_edits(4) == 1U);
    BOOST_TEST(allowed_edits(7) == 1U);
    BOOST_TEST(allowed_edits(8) == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
