// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/analyzers/analyzers_of.h"
#include "tests/support/text_table.h"

#include <algorithm>
#include <cstdint>
#include <set>

// What the tokens are for: a naive reading of how a query matches a text.
//
// A query is a graph, as a Joined form leads over several positions; each way through it is a
// list of exact forms. Exactly: one way stands in the text at successive positions. Gently: each
// word of one way shares a stem with some token of the text. The text's spans are not looked at,
// because an index keeps positions alone.

using namespace praxis;
using analyzers::Token;
using analyzers::TokenKind;

namespace {

using Way = std::vector<std::string>;

void collect_ways(const std::vector<Token>& query,
                  std::uint32_t position,
                  Way& way,
                  std::vector<Way>& ways) {
    bool at_end = true;
    for (const Token& token : query) {
        if (token.position != position || token.kind == TokenKind::YearInRange)
            continue;
        at_end = false;
        way.push_back(token.text);
        collect_ways(query, position + token.span, way, ways);
        way.pop_back();
    }
    if (at_end)
        ways.push_back(way);
}

std::vector<Way> ways_of(const std::vector<Token>& query) {
    Way way;
    std::vector<Way> ways;
    collect_ways(query, 0, way, ways);
    return ways;
}

bool stands_at(const Way& way, const std::vector<Token>& text, std::uint32_t position) {
    return std::all_of(way.begin(), way.end(), [&](const std::string& word) {
        const std::uint32_t wanted = position++;
        return std::any_of(text.begin(), text.end(), [&](const Token& token) {
            return token.position == wanted && token.text == word;
        });
    });
}

bool matches_exactly(const std::vector<Token>& query, const std::vector<Token>& text) {
    const std::vector<Way> ways = ways_of(query);
    return std::any_of(text.begin(), text.end(), [&](const Token& start) {
        return std::any_of(ways.begin(), ways.end(), [&](const Way& way) {
            return stands_at(way, text, start.position);
        });
    });
}

bool matches_gently(const analyzers::AnalyzerSet& set,
                    const std::vector<Token>& query,
                    const std::vector<Token>& text) {
    std::set<std::string> stems;
    for (const Token& token : text)
        for (const std::string& stem : set.stems(token.text))
            stems.insert(stem);
    const auto is_there = [&](const std::string& word) {
        const std::vector<std::string> own = set.stems(word);
        return std::any_of(
            own.begin(), own.end(), [&](const std::string& stem) { return stems.contains(stem); });
    };
    const std::vector<Way> ways = ways_of(query);
    return std::any_of(ways.begin(), ways.end(), [&](const Way& way) {
        return std::all_of(way.begin(), way.end(), is_there);
    });
}

std::string yes_or_no(bool answer) {
    return answer ? "yes" : "no";
}

} // namespace

BOOST_AUTO_TEST_SUITE(match_table_suite)

BOOST_DATA_TEST_CASE(matches_as_the_table_says, tests::read_table("analyzers/match_table.txt")) {
    const analyzers::AnalyzerSet set = tests::analyzers_of(sample);
    const std::vector<Token> query = set.analyze(sample.cell(0));
    const std::vector<Token> text = set.analyze(sample.cell(1));
    BOOST_TEST(yes_or_no(matches_exactly(query, text)) == sample.cell(2));
    BOOST_TEST(yes_or_no(matches_gently(set, query, text)) == sample.cell(3));
}

BOOST_AUTO_TEST_SUITE_END()
