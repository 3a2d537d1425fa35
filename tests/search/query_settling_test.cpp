// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/search_library.h"

#include <ostream>

using namespace praxis;
using namespace praxis::search;

namespace {

struct Row {
    std::string input;
    std::string expected; // as understood
    std::string notes;    // of settling: codes and texts
    std::string why;
    Match match = Match::Most;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.input << " (" << row.why << ")";
}

const std::string common = "stop-words: Left out as too common: ";
const std::string wordless = "ignored: Left out, having no letters or digits: ";

const Row rows[] = {
    {"fire merger", "all of (fire merger)", "", "nothing to do"},
    {"the fire", "fire", common + "the.", "a stop word beside another word"},
    {"fire of the city", "all of (fire city)", common + "of, the.", "two stop words"},
    {"a plan for the fire of the city",
     "at least 2 of (plan fire city)",
     common + "a, for, the, of, the.",
     "the rest is counted"},
    {"the", "the", "", "a stop word alone"},
    {"to be or not to be", "at least 4 of (to be or not to be)", "", "nothing else is left"},
    {"the \"fire merger\"", "\"fire merger\"", common + "the.", "a phrase goes on its own"},
    {"\"the fire\"", "\"the fire\"", "", "never inside quotes"},
    {"+the fire", "preferably fire AND the", "", "with a sign it is meant"},
    {"fire -the", "fire AND NOT the", "", "with a sign it is meant"},
    {"the -fire", "the AND NOT fire", "", "what is excluded is nothing to go by"},
    {"the AND fire", "the AND fire", "", "an operand is meant"},
    {"the fire OR the water", "fire OR water", common + "the, the.", "in each run"},
    {"(the who) fire", "fire AND all of (the who)", "", "a run of stop words only"},
    {"title:the fire", "fire AND title:the", "", "in a field it is meant"},
    {"the fire", "fire", common + "the.", "under any, too", Match::Any},
    {"keyword:(and OR \u2603) the",
     "keyword:and",
     common + "the." + wordless + "\u2603.",
     "parentheses of which a stop word is left are meant",
     Match::Any},
    {"fire & water", "all of (fire water)", common + "&.", "an ampersand is the word and"},
    {"fire \u2013 water", "all of (fire water)", wordless + "\u2013.", "a dash is no word"},
    {"\u2603", "nothing", wordless + "\u2603.", "nothing is left"},
    {"\u2603 OR fire", "fire", wordless + "\u2603.", "an operand without words"},
    {"\u2603 AND \u2602", "nothing", wordless + "\u2603, \u2602.", "both operands"},
    {"fire -\u2603", "fire", wordless + "\u2603.", "excluding nothing"},
    {"-\u2603", "nothing", wordless + "\u2603.", "excluding nothing from everything"},
    {"\"\u2603\" fire", "fire", wordless + "\u2603.", "a phrase without words"},
    {"+\u2603 fire water", "all of (fire water)", wordless + "\u2603.", "the required one is gone"},
    {"???", "nothing", wordless + "???.", "marks only"},
    {"", "everything", "", "nothing was typed"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(query_settling_suite)

BOOST_DATA_TEST_CASE(leaves_out_what_cannot_be_searched_for, rows) {
    const schemas::Library library = tests::search_library();
    const analyzers::AnalyzerSet analyzers(library);
    const auto parsed = parse_query(sample.input, sample.match, QueryFields(library));
    BOOST_TEST_REQUIRE(parsed.has_value());
    std::vector<Note> notes;
    BOOST_TEST(understood(settle_query(parsed->query, analyzers, notes)) == sample.expected);
    std::string noted;
    for (const Note& note : notes)
        noted += note.code + ": " + note.text;
    BOOST_TEST(noted == sample.notes);
}

BOOST_AUTO_TEST_SUITE_END()
