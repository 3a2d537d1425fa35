// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/synonym_file.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;

BOOST_AUTO_TEST_SUITE(synonym_file_suite)

BOOST_AUTO_TEST_CASE(reads_equals_and_directions) {
    const auto rules = parse_synonyms("# remark\n"
                                      "CIP = capital  improvement program # another\r\n"
                                      "\n"
                                      "broadband > internet access, fiber\n",
                                      "s.txt");
    BOOST_TEST_REQUIRE(rules.has_value());
    BOOST_TEST_REQUIRE(rules->size() == 2U);
    BOOST_TEST(
        (rules->at(0).names == std::vector<std::string>{"CIP", "capital improvement program"}));
    BOOST_TEST(rules->at(0).wider.empty());
    BOOST_TEST((rules->at(1).names == std::vector<std::string>{"broadband"}));
    BOOST_TEST((rules->at(1).wider == std::vector<std::string>{"internet access", "fiber"}));
    BOOST_TEST(rules->at(1).line == 4);
}

BOOST_AUTO_TEST_CASE(names_the_line_of_a_mistake) {
    struct Row {
        std::string text;
        std::string message;
    };

    const std::vector<Row> rows = {
        {"a = b\nfire engine\n", "s.txt:2: write names"},
        {"a = b > c\n", "s.txt:1: use \"=\" or \">\", not both"},
        {"a = \n", "s.txt:1: a name is missing"},
        {"a > b,, c\n", "s.txt:1: a name is missing"},
        {"a = &\n", "s.txt:1: \"&\" has no letters"},
        {"a = b b b b b b b b b b b b b\n", "has more than 12 words"},
        {"a = b\n\xff = c\n", "s.txt:2: the line is not UTF-8"},
    };
    for (const Row& row : rows) {
        const auto rules = parse_synonyms(row.text, "s.txt");
        BOOST_TEST_REQUIRE(!rules.has_value());
        const std::string what = rules.error().what();
        BOOST_TEST(what.find(row.message) != std::string::npos, what);
    }
}

BOOST_AUTO_TEST_SUITE_END()
