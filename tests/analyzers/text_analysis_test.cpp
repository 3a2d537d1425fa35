// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "analyzers/text_analysis.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis;
using namespace praxis::analyzers;

namespace {

struct ExtentRow {
    std::string text;
    std::string token;
    std::string expected; // what the token covers in the text
};

std::ostream& operator<<(std::ostream& out, const ExtentRow& row) {
    return out << row.token << " of " << row.text;
}

const ExtentRow extent_rows[] = {
    {"the City’s plan", "city", "City"},
    {"the U.S. plan", "us", "U.S."},
    {"a U. S. plan", "us", "U. S"},
    {"council-manager", "manager", "manager"},
    {"council-manager", "councilmanager", "council-manager"},
    {"in 2017–2020,", "2018", "2017–2020"},
    {"in 2017 – 2020,", "2018", "2017 – 2020"},
    {"see Section 508.", "section508", "Section 508"},
    {"un cafe\u0301!", "cafe", "cafe\u0301"},
    {"co\u00ADoperate", "cooperate", "co\u00ADoperate"},
    {"o\uFB03ce hours", "office", "o\uFB03ce"},
    {"in C++.", "c++", "C++"},
    {"on .NET now", ".net", ".NET"},
    {"R&D", "and", "&"},
    {"§508", "section", "§"},
    {"東京都に住む", "住む", "住む"},
    {"#OpenData", "data", "Data"},
};

std::string covered(const ExtentRow& row) {
    for (const Token& token : analyze_text(row.text))
        if (token.text == row.token)
            return row.text.substr(token.begin, token.end - token.begin);
    return "no such token";
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_analysis_suite)

BOOST_DATA_TEST_CASE(knows_what_each_token_covers, extent_rows) {
    BOOST_TEST(covered(sample) == sample.expected);
}

BOOST_AUTO_TEST_CASE(cuts_tokens_at_255_code_points) {
    const std::vector<Token> ascii = analyze_text(std::string(300, 'a'));
    BOOST_REQUIRE(ascii.size() == 1U);
    BOOST_TEST(ascii[0].text.size() == 255U);
    BOOST_TEST(ascii[0].end == 300U);
    std::string cyrillic;
    for (int i = 0; i < 300; ++i)
        cyrillic += "ж";
    const std::vector<Token> letters = analyze_text(cyrillic);
    BOOST_REQUIRE(letters.size() == 1U);
    BOOST_TEST(count_code_points(letters[0].text) == 255U);
}

BOOST_AUTO_TEST_CASE(has_no_tokens_for_what_is_no_word) {
    BOOST_TEST(analyze_text("").empty());
    BOOST_TEST(analyze_text(" \n\t").empty());
    BOOST_TEST(analyze_text("... — !? 😀").empty());
}

// Chunks without end cost no more than their length, on the stack neither.
BOOST_AUTO_TEST_CASE(takes_long_chunks_whole) {
    const std::string links[] = {"a-",
                                 "a.b-",
                                 "fy19-",
                                 "l'",
                                 "1.",
                                 "1,",
                                 "http://a/",
                                 "a)http://b?c)",
                                 "www.a",
                                 "a&",
                                 "(a)",
                                 "_",
                                 "@a",
                                 "'s",
                                 "-\n",
                                 "\u00AD",
                                 "é-",
                                 "東",
                                 "e\u0301"};
    for (const std::string& link : links) {
        std::string chunk;
        for (int i = 0; i < 50000; ++i)
            chunk += link;
        BOOST_TEST(analyze_text(chunk + "z").size() <= 2 * chunk.size(), link);
    }
}

BOOST_AUTO_TEST_SUITE_END()
