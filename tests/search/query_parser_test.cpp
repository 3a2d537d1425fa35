// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_parser.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis;
using namespace praxis::search;

namespace {

const QueryFields& fields() {
    static const QueryFields known = [] {
        schemas::Library library;
        for (const char* name : {"title", "author"})
            library.fields.emplace_back().name = name;
        for (const char* name : {"kind", "topic", "award-year", "year"})
            library.facets.emplace_back().name = name;
        library.facets[2].shape = schemas::FacetShape::Range;
        library.facets[3].shape = schemas::FacetShape::Range;
        return QueryFields(library);
    }();
    return known;
}

std::string codes(const std::vector<Note>& notes) {
    std::string text;
    for (const Note& note : notes)
        text += (text.empty() ? "" : " ") + note.code;
    return text;
}

struct Row {
    std::string input;
    std::string expected; // as understood
    std::string notes;    // codes
    std::string why;
    Match match = Match::Most;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.input << " (" << row.why << ")";
}

const Row rows[] = {
    // Nothing to search for
    {"", "everything", "", "empty"},
    {" \t\n", "everything", "", "blank"},
    {"\u00A0\u3000", "everything", "", "blanks of other kinds"},
    {"*", "everything", "", "the star alone"},
    {"()", "everything", "dropped-operator", "empty parentheses"},
    {"(())", "everything", "dropped-operator", "nested empty parentheses"},
    {"\"\"", "everything", "dropped-operator", "empty quotes"},
    {"\"  \"", "everything", "dropped-operator", "blank quotes"},
    {"\"", "everything", "unclosed-quote", "one quote"},
    {"-", "everything", "dropped-operator", "a sign alone"},
    {"+ -", "everything", "dropped-operator dropped-operator", "signs alone"},
    {"AND", "everything", "dropped-operator", "an operator alone"},
    {"NOT", "everything", "dropped-operator", "a negation alone"},
    {"AND OR AND", "everything", "dropped-operator dropped-operator", "operators alone"},
    {"title:", "title", "", "a name and a colon are a word"},
    {",;,", "everything", "", "separators alone"},
    {"???", "???", "", "marks alone are a word, in which the analysis finds nothing"},

    // Words side by side
    {"fire", "fire", "", "one word"},
    {"  fire  ", "fire", "", "blanks around"},
    {"fire merger", "all of (fire merger)", "", "most of two is both"},
    {"a b c", "at least 2 of (a b c)", "", "most of three"},
    {"a b c d", "at least 3 of (a b c d)", "", "most of four"},
    {"a b c d e", "at least 3 of (a b c d e)", "", "most of five"},
    {"a b c d e f g h", "at least 6 of (a b c d e f g h)", "", "most of eight"},
    {"fire fire", "all of (fire fire)", "", "a repeated word counts twice"},
    {"a b c", "all of (a b c)", "", "all", Match::All},
    {"a b c", "any of (a b c)", "", "any", Match::Any},
    {"a", "a", "", "any of one", Match::Any},
    {"fire,merger;police", "at least 2 of (fire merger police)", "", "commas separate"},
    {"1,000 trees", "all of (1,000 trees)", "", "but not inside a number"},
    {"What is a city manager?", "at least 3 of (What is a city manager)", "", "a question"},
    {"the ?slip? effect", "at least 2 of (the slip effect)", "", "quotes that were decoded badly"},
    {"Help! fire:", "all of (Help fire)", "", "marks at the end of words"},
    {"U.S. cities", "all of (U.S. cities)", "", "the dots of an acronym stay"},
    {"council-manager", "council-manager", "", "a hyphen inside a word"},
    {"c++ 9/11", "all of (c++ 9/11)", "", "signs inside words"},
    {"O'Brien\u2019s", "O'Brien\u2019s", "", "apostrophes are no quotes"},
    {"501(c)(3) funds", "all of (501(c)(3) funds)", "", "parentheses inside a word"},
    {"and or not", "at least 2 of (and or not)", "", "operators are upper case"},
    {"Android NOTE", "all of (Android NOTE)", "", "operators are whole words"},
    {"日本 東京", "all of (日本 東京)", "", "other scripts"},
    {"日本　東京", "all of (日本 東京)", "", "an ideographic blank"},
    {"& fire", "all of (& fire)", "", "the analysis, not the parser, drops marks"},

    // AND, OR, NOT
    {"a AND b", "a AND b", "", "and"},
    {"a OR b", "a OR b", "", "or"},
    {"a OR b AND c", "a OR b AND c", "", "and binds before or"},
    {"a AND b OR c AND d", "a AND b OR c AND d", "", "on both sides"},
    {"(a OR b) AND c", "(a OR b) AND c", "", "parentheses"},
    {"a AND (b AND c)", "a AND b AND c", "", "the same without parentheses"},
    {"NOT a", "NOT a", "only-negative", "only negative"},
    {"NOT a NOT b", "NOT a AND NOT b", "only-negative", "only negative, twice"},
    {"a NOT b", "a AND NOT b", "", "beside"},
    {"a AND NOT b", "a AND NOT b", "", "behind and"},
    {"a OR NOT b", "a OR NOT b", "", "behind or"},
    {"NOT a OR b", "NOT a OR b", "", "binds first"},
    {"NOT a AND b", "NOT a AND b", "", "binds first"},
    {"NOT NOT a", "a", "", "twice is not at all"},
    {"NOT -a", "a", "", "mixed"},
    {"NOT (a OR b)", "NOT (a OR b)", "only-negative", "parentheses"},
    {"NOT(a b)", "NOT all of (a b)", "only-negative", "without a blank"},
    {"fire merger OR police", "all of (fire merger) OR police", "", "side by side binds first"},
    {"a b c AND d", "all of (a b c) AND d", "", "with AND all words are needed"},
    {"a b c OR d", "all of (a b c) OR d", "", "and with OR, whatever is asked", Match::Any},
    {"a AND", "a", "dropped-operator", "nothing behind"},
    {"AND a", "a", "dropped-operator", "nothing before"},
    {"a OR", "a", "dropped-operator", "nothing behind or"},
    {"a AND OR b", "a AND b", "dropped-operator", "two operators: the first counts"},
    {"a OR AND b", "a OR b", "dropped-operator", "two operators: the first counts"},
    {"a AND ()", "a", "dropped-operator dropped-operator", "nothing in the parentheses"},
    {"a NOT", "a", "dropped-operator", "nothing to negate"},
    {"a NOT AND b", "a AND b", "dropped-operator", "nothing to negate before and"},
    {"a AND b c AND", "a AND all of (b c)", "dropped-operator", "trailing after a run"},
    {"a b c AND", "at least 2 of (a b c)", "dropped-operator", "a dropped operator is no operator"},

    // Signs
    {"-a", "NOT a", "only-negative", "only negative"},
    {"a -b", "a AND NOT b", "", "minus"},
    {"a b -c", "all of (a b) AND NOT c", "", "minus is not counted"},
    {"+a b", "preferably b AND a", "", "plus makes the others optional"},
    {"+a +b c d", "preferably (c d) AND a AND b", "", "two plus"},
    {"+a", "a", "", "plus alone"},
    {"+a \"b c\" d", "preferably d AND a AND \"b c\"", "", "a phrase stays required"},
    {"+a -b", "a AND NOT b", "", "plus and minus"},
    {"+-a", "NOT a", "only-negative", "plus and minus on one"},
    {"--verbose", "verbose", "", "two hyphens as of a command line"},
    {"a - b", "all of (a b)", "dropped-operator", "a dash between blanks"},
    {"a \u2013 b", "at least 2 of (a \u2013 b)", "", "an en dash is left to the analysis"},
    {"-(a b)", "NOT all of (a b)", "only-negative", "minus before parentheses"},
    {"-\"a b\" c", "c AND NOT \"a b\"", "", "minus before a phrase"},
    {"a (-b)", "a AND NOT b", "", "minus inside parentheses"},
    {"(- a)", "a", "dropped-operator", "a sign does not reach over a blank"},
    {"(-) a", "a", "dropped-operator dropped-operator", "a sign before a parenthesis"},

    // Parentheses
    {"(a)", "a", "", "around one word"},
    {"((a b))", "all of (a b)", "", "twice"},
    {"(a b c) d", "d AND at least 2 of (a b c)", "", "side by side inside, too"},
    {"(a b c) OR d", "at least 2 of (a b c) OR d", "", "a level is read by itself"},
    {"(a b c) d", "any of (any of (a b c) d)", "", "under any all is counted", Match::Any},
    {"(a OR b) c d", "all of (c d) AND (a OR b)", "", "parentheses are required"},
    {"(a b", "all of (a b)", "unclosed-parenthesis", "not closed"},
    {"((a b) c", "c AND all of (a b)", "unclosed-parenthesis", "one of two not closed"},
    {"a) b", "all of (a b)", "dropped-operator", "not opened"},
    {"a)) b)", "all of (a b)", "dropped-operator", "said once"},
    {"a () b", "all of (a b)", "dropped-operator", "empty"},
    {"a :) b", "at least 2 of (a : b)", "dropped-operator", "a smile"},

    // Phrases
    {"\"fire merger\"", "\"fire merger\"", "", "a phrase"},
    {"\"fire\"", "\"fire\"", "", "one exact word"},
    {"\u201Cfire merger\u201D", "\"fire merger\"", "", "curly quotes"},
    {"\u201Efire merger\u201C", "\"fire merger\"", "", "low and high quotes"},
    {"\u00ABfire merger\u00BB", "\"fire merger\"", "", "angle quotes"},
    {"\"fire merger\u201D", "\"fire merger\"", "", "mixed quotes"},
    {"\" fire   merger \"", "\"fire merger\"", "", "blanks inside"},
    {"\"a AND (b\"", "\"a AND (b\"", "", "no operators inside"},
    {"x \"a b\" y", "all of (x y) AND \"a b\"", "", "a phrase is required"},
    {"x \"a b\"", "any of (x \"a b\")", "", "but not under any", Match::Any},
    {"\"a b\"\"c d\"", "\"a b\" AND \"c d\"", "", "two without a blank"},
    {"\"a b\"c", "c AND \"a b\"", "", "a word at once behind"},
    {"a \"b c", "at least 2 of (a b c)", "unclosed-quote", "an open quote is left out"},
    {"\"a b\" c\"", "c AND \"a b\"", "unclosed-quote", "three quotes: the last is left out"},
    {"12\" pipe", "all of (12 pipe)", "unclosed-quote", "inches"},
    {"\"a b\"~4", "\"a b\"~4", "", "a window"},
    {"\"a b\"~4x", "x AND \"a b\"~4", "", "the number ends where the digits end"},
    {"\"a b\"~", "\"a b\"", "dropped-operator", "a tilde without number"},
    {"\"a b\"~0", "\"a b\"~0", "", "a window of the words alone"},
    {"\"a b\" ~4", "~4 AND \"a b\"", "", "not touching the quote"},

    // Patterns and fuzzy words
    {"budg*", "budg*", "", "a prefix"},
    {"bu?get", "bu?get", "", "one letter"},
    {"bu*et", "bu*et", "", "any letters"},
    {"bud**t*", "bud**t*", "", "several"},
    {"budg*?", "budg*", "", "a mark behind"},
    {"budget?", "budget", "", "a question mark at the end is a question's"},
    {"fire *", "fire", "dropped-operator", "a star alone among others"},
    {"council-man*", "council-man*", "", "behind a hyphen"},
    {"x budg*", "x AND budg*", "", "a pattern is required"},
    {"http://a.org/b?c=d", "http://a.org/b?c=d", "", "an address is no pattern"},
    {"budgit~", "budgit~", "", "fuzzy"},
    {"budgit~1", "budgit~1", "", "fuzzy, bounded"},
    {"budgit~2", "budgit~", "", "two is the most"},
    {"budgit~9", "budgit~", "", "two is the most"},
    {"budgit~0", "budgit", "", "no edits"},
    {"budgit~0.8", "budgit~", "", "another engine's number"},
    {"budg*~", "budg*", "dropped-operator", "not both"},
    {"~budgit", "~budgit", "", "in front it means nothing"},
    {"a~b", "a~b", "", "inside it means nothing"},
    {"budgit~ fire", "all of (budgit~ fire)", "", "a fuzzy word counts as a word"},

    // Fields
    {"title:fire", "title:fire", "", "a word in a field"},
    {"Title:fire", "title:fire", "", "in any case"},
    {"title:\"a b\"", "title:\"a b\"", "", "a phrase in a field"},
    {"title:\"a b\"~3", "title:\"a b\"~3", "", "a window in a field"},
    {"title:(a b)", "all of (title:a title:b)", "", "words in a field"},
    {"title:(a OR b) c", "c AND (title:a OR title:b)", "", "operators in a field"},
    {"title:(a author:b)", "title:a AND author:b", "", "another field inside"},
    {"title:fire merger", "merger AND title:fire", "", "only the next word"},
    {"title:fi*", "title:fi*", "", "a pattern in a field"},
    {"title:fire~", "title:fire~", "", "fuzzy in a field"},
    {"-title:fire", "NOT title:fire", "only-negative", "negated"},
    {"title:-fire", "title:-fire", "", "a sign inside is text"},
    {"title:AND", "title:AND", "", "an operator inside is text"},
    {"title: fire", "all of (title fire)", "", "a blank behind the colon"},
    {"kind:case-study", "kind:case-study", "", "a facet"},
    {"topic:public-safety/fire", "topic:public-safety/fire", "", "a path"},
    {"tag:fire", "tag:fire", "unknown-field", "no such field"},
    {"tag:(fire)", "tag AND fire", "unknown-field", "no such field, parentheses"},
    {"Re:fire", "Re:fire", "", "a capital is no field"},
    {"http://x.org", "http://x.org", "", "an address is no field"},
    {"10:30", "10:30", "", "a time is no field"},
    {"year:2016", "year:2016", "", "a year"},
    {"year:2010..2016", "year:2010..2016", "", "a range"},
    {"year:2010..", "year:2010..", "", "open above"},
    {"year:..2016", "year:..2016", "", "open below"},
    {"year:\"2016\"", "year:2016", "", "quoted"},
    {"award-year:2010..2011", "award-year:2010..2011", "", "a name with a hyphen"},
    {"date:2016-05", "date:2016-05", "", "a month"},
    {"date:2016-01..2016-06-15", "date:2016-01..2016-06-15", "", "dates"},
    {"fire year:2016", "fire AND year:2016", "", "beside words"},
    {"year:2016", "year:2016", "", "under any", Match::Any},
    {"year:(2010 OR 2012)", "year:2010 OR year:2012", "", "years in parentheses"},
    {"title:\"\" fire", "fire", "dropped-operator dropped-operator", "an empty value"},
};

struct Refusal {
    std::string input;
    std::size_t position;
    std::string reason; // a part of it
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Refusal& row) {
    return out << row.why;
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

const Refusal refusals[] = {
    {"w*", 0, "two letters", "one leading letter"},
    {"fire w?rd", 5, "two letters", "one leading letter, further on"},
    {"*ing", 0, "two letters", "no leading letter"},
    {"title:*", 6, "two letters", "a star as a value"},
    {"année a*", 6, "two letters", "positions count code points"},
    {"year:soon", 5, "no year", "a word as a year"},
    {"year:2016-05", 5, "no year", "a month as a year"},
    {"year:..", 5, "no year", "no ends"},
    {"year:20*", 5, "no year", "a pattern as a year"},
    {"year:2016..2010", 5, "ends before", "reversed"},
    {"date:2016-13", 5, "no date", "no such month"},
    {"date:2016-06..2016-05", 5, "ends before", "reversed months"},
    {"\"a b\"~98", 0, "99", "too wide a window"},
    {"x \"a\"~99999999999999999999", 2, "99", "far too wide a window"},
    {"\"" + repeated("a ", 65) + "\"", 0, "64 words", "a long phrase"},
    {repeated("(", 33) + "a", 32, "32", "too deep"},
    {repeated("a ", 257), 512, "256", "too many clauses"},
    {repeated("é", 1025), 1024, "1024 characters", "too long"},
    {"ab\xFF", 2, "UTF-8", "a malformed byte"},
    {"é\xE2\x82", 1, "UTF-8", "a cut sequence"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(query_parser_suite)

BOOST_DATA_TEST_CASE(reads_what_was_typed, rows) {
    const auto parsed = parse_query(sample.input, sample.match, fields());
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(understood(parsed->query) == sample.expected);
    BOOST_TEST(codes(parsed->notes) == sample.notes);
}

BOOST_DATA_TEST_CASE(refuses_with_the_position, refusals) {
    const auto parsed = parse_query(sample.input, Match::Most, fields());
    BOOST_TEST_REQUIRE(!parsed.has_value());
    BOOST_TEST((parsed.error().kind == ErrorKind::InvalidInput));
    BOOST_TEST_REQUIRE(!parsed.error().errors.empty());
    const ParameterError& error = parsed.error().errors.front();
    BOOST_TEST(error.parameter == "q");
    BOOST_TEST(error.position.value() == sample.position);
    BOOST_TEST(error.reason.find(sample.reason) != std::string::npos, error.reason);
}

BOOST_AUTO_TEST_CASE(reports_every_bad_clause) {
    const auto parsed = parse_query("a* year:x fire", Match::Most, fields());
    BOOST_TEST_REQUIRE(!parsed.has_value());
    BOOST_TEST(parsed.error().errors.size() == 2U);
}

BOOST_AUTO_TEST_CASE(keeps_within_every_limit_exactly) {
    for (const std::string& allowed : {repeated("(", 32) + "a" + repeated(")", 32),
                                       repeated("a ", 256),
                                       "\"" + repeated("a ", 64) + "\"~35",
                                       repeated("é", 1024)})
        BOOST_TEST(parse_query(allowed, Match::Most, fields()).has_value(), allowed);
}

BOOST_AUTO_TEST_CASE(any_bytes_give_a_query_or_a_problem) {
    rc::check([](const std::string& bytes) {
        const auto parsed = parse_query(bytes, Match::Most, fields());
        RC_ASSERT(parsed.has_value() || !parsed.error().errors.empty());
    });
}

BOOST_AUTO_TEST_CASE(any_pieces_of_the_language_give_a_query_or_a_problem) {
    const auto piece = rc::gen::element<std::string>("a",
                                                     "fire",
                                                     " ",
                                                     " ",
                                                     "(",
                                                     ")",
                                                     "\"",
                                                     "\u201C",
                                                     "-",
                                                     "+",
                                                     "AND ",
                                                     " OR ",
                                                     "NOT ",
                                                     "*",
                                                     "?",
                                                     "~",
                                                     "2",
                                                     "title:",
                                                     "year:",
                                                     "..",
                                                     "tag:",
                                                     ",",
                                                     ":",
                                                     "é");
    rc::check([&] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
        std::string text;
        for (const std::string& next : pieces)
            text += next;
        const auto parsed = parse_query(text, Match::Most, fields());
        RC_ASSERT(parsed.has_value() || !parsed.error().errors.empty());
        if (parsed)
            RC_ASSERT(!understood(parsed->query).empty());
    });
}

BOOST_AUTO_TEST_SUITE_END()
