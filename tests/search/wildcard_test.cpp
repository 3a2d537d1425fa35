// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/wildcard.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::search;

namespace {

struct Row {
    std::string pattern;
    std::string word;
    bool matches;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.pattern << " on " << row.word;
}

const Row rows[] = {
    {"bu*", "budget", true},       {"bu*", "bu", true},
    {"bu*", "b", false},           {"bu*t", "but", true},
    {"bu*t", "budget", true},      {"bu*t", "budgets", false},
    {"bu?t", "bust", true},        {"bu?t", "but", false},
    {"bu??t", "bud\u00e9t", true}, {"bu**t", "budget", true},
    {"bu*?t", "but", false},       {"bu*?t", "bust", true},
    {"bu?*t", "budget", true},     {"bu*d*t", "budget", true},
    {"bu*d*t", "but", false},      {"na\u00efv*", "na\u00efve", true},
    {"abc", "abc", true},          {"abc", "abcd", false},
    {"ab*ab", "abab", true},       {"ab*ab", "abaab", true},
    {"ab*ab", "aba", false},
};

} // namespace

BOOST_AUTO_TEST_SUITE(wildcard_suite)

BOOST_DATA_TEST_CASE(matches_whole_words, rows) {
    BOOST_TEST(Wildcard(sample.pattern).matches(sample.word) == sample.matches);
}

// Backtracking matchers take most of a minute for each of these words.
BOOST_AUTO_TEST_CASE(many_stars_on_a_long_word_are_no_trouble) {
    const std::string word(250, 'a');
    const Wildcard pattern("aa*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b");
    for (int i = 0; i < 1000; ++i)
        BOOST_TEST_REQUIRE(!pattern.matches(word));
}

BOOST_AUTO_TEST_SUITE_END()
