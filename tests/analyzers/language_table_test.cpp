// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/analyzers/analyzers_of.h"
#include "tests/support/text_table.h"
#include "tests/support/token_notation.h"

using namespace praxis;
using analyzers::Token;
using analyzers::TokenKind;

namespace {

// The stem of every word and part, in order.
std::string stems_of(const analyzers::AnalyzerSet& set, const std::vector<Token>& tokens) {
    std::string line;
    for (const Token& token : tokens)
        if (token.kind == TokenKind::Word || token.kind == TokenKind::Part)
            line += (line.empty() ? "" : " ") + set.stems(token.text).front();
    return line;
}

} // namespace

BOOST_AUTO_TEST_SUITE(language_table_suite)

BOOST_DATA_TEST_CASE(gives_the_tokens_of_the_table,
                     tests::read_table("analyzers/language_table.txt")) {
    const analyzers::AnalyzerSet set = tests::analyzers_of(sample);
    const std::vector<Token> tokens = set.analyze(sample.cell(0));
    BOOST_TEST(tests::notation_of(tokens) == sample.cell(1));
    if (sample.cells.size() > 2)
        BOOST_TEST(stems_of(set, tokens) == sample.cell(2));
}

BOOST_AUTO_TEST_SUITE_END()
