// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_parser.h"
#include "server/search/spelling/query_correction.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

std::shared_ptr<const Snapshot> town() {
    static const auto snapshot = snapshot_of({
        written("a",
                "Receiving a grant",
                {"The city council may receive a federal grant for accessible sidewalks.",
                 "A city council meets monthly; the council receives public comment."}),
        written("b", "Permitting", {"Building permits and the permitting office. A separate fee."}),
        written("c", "Farmer market", {"The former mayor met a local farmer at the market."}),
        written("d", "Zoning", {"Zoning ordinances of the county government."}),
    });
    return snapshot;
}

std::string first_correction(const std::string& text) {
    const auto parsed = parse_query(text, Match::Most, town()->query_fields());
    BOOST_TEST_REQUIRE(parsed.has_value());
    const auto corrections = correct_query(text, parsed->query, *town());
    return corrections.empty() ? "" : corrections.front();
}

} // namespace

BOOST_AUTO_TEST_SUITE(query_correction_suite)

BOOST_AUTO_TEST_CASE(corrects_what_the_library_does_not_know) {
    struct Row {
        std::string typed;
        std::string corrected;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"recieve", "receive", "a slip"},
        {"recieve a Grrant", "receive a Grant", "two slips; case stays as typed"},
        {"zonning (goverment OR ordinances)", "zoning (government OR ordinances)", "in a query"},
        {"title:zonning kind:law", "title:zoning kind:law", "in a field of text"},
        {"citycouncil", "city council", "two words in one"},
        {"+recieve -goverment", "+receive -goverment", "what is excluded stays"},
        {"local fermer", "local farmer", "the neighbour decides"},
        {"fermer mayor", "former mayor", "the neighbour decides"},
    };
    for (const Row& row : rows)
        BOOST_TEST(first_correction(row.typed) == row.corrected, row.typed + ": " + row.why);
}

BOOST_AUTO_TEST_CASE(leaves_everything_else_alone) {
    struct Row {
        std::string typed;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"", "nothing typed"},
        {"receive grant", "known"},
        {"\"recieve a grant\"", "quotes mean exact"},
        {"receve*", "a pattern"},
        {"recieve~", "fuzzy already"},
        {"topic:zonning", "a facet's value is no text"},
        {"GOVERMENT", "capitals: an acronym, for all we know"},
        {"gov't fy2019 grn", "too short, or no letters"},
        {"permittings", "another ending of a known word"},
        {"xylophonist", "like nothing that the library has"},
    };
    for (const Row& row : rows)
        BOOST_TEST(first_correction(row.typed) == "", row.typed + ": " + row.why);
}

BOOST_AUTO_TEST_CASE(an_answer_says_what_the_correction_would_find) {
    const SearchAnswer answer = answer_of(*town(), query("recieve"));
    BOOST_TEST(answer.total == 0U);
    BOOST_TEST_REQUIRE(answer.corrected.has_value());
    BOOST_TEST(answer.corrected->query == "receive");
    BOOST_TEST(answer.corrected->total == answer_of(*town(), query("receive")).total);
}

BOOST_AUTO_TEST_CASE(a_correction_that_finds_nothing_is_not_offered) {
    SearchRequest request = query("recieve");
    request.filters.push_back({"kind", {"award"}, {}, {}, false});
    BOOST_TEST(!answer_of(*town(), request).corrected.has_value());
    BOOST_TEST(!answer_of(*town(), query("+zonning +farmer")).corrected.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
