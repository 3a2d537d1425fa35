// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0
// What is found by what: the table that people argue over.

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <ostream>

using namespace praxis;
using namespace praxis::tests;

namespace {

struct Row {
    std::string text;
    std::string query;
    bool found;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.query << " in " << row.text << " (" << row.why << ")";
}

const Row rows[] = {
    // Words
    {"The fire merger", "merger", true, "a word"},
    {"The fire merger", "MERGER", true, "case does not matter"},
    {"The fire mergers", "merger", true, "the plural"},
    {"The city issued permits", "permitting", true, "another form of the verb"},
    {"Eugene wrote", "eugenics", false, "a stem is no prefix"},
    {"Caf\u00e9 culture", "cafe\u0301", true, "composed and decomposed"},
    {"The city's plan", "city", true, "a possessive"},
    {"The city\u2019s plan", "cities", true, "a curly possessive"},
    {"U.S. policy", "US", true, "an acronym with dots"},
    {"US policy", "U.S.", true, "an acronym without"},
    {"The plan of 2017-2020", "2018", true, "a year inside a range"},
    {"The plan of 2017-2020", "2020", true, "the end of a range"},
    {"The plan of 2017-2020", "2016", false, "a year before the range"},
    {"The plan of 2017-2020", "2017-2020", true, "the range"},

    // Compounds
    {"a council manager form", "council-manager", true, "a hyphen finds the two words"},
    {"a council-manager form", "council manager", true, "the two words find the hyphen"},
    {"a council-manager form", "\"council manager\"", true, "also in quotes"},
    {"a council manager form", "\"council-manager form\"", true, "also the other way"},
    {"a council of managers", "council-manager", false, "something between"},
    {"send an e-mail", "email", true, "the joined form"},
    {"send an email", "e-mail", true, "the parts"},
    {"send emails", "e-mail", true, "the stem of the joined form"},
    {"an e-mail list", "\"email list\"", true, "a phrase over a compound in the text"},
    {"an email list", "\"e-mail list\"", true, "a phrase with a compound"},
    {"an e-mail for the list", "\"email list\"", false, "a phrase over a compound has no gap"},
    {"a state-of-the-art report", "\"stateoftheart report\"", true, "four parts"},
    {"the non-profit sector", "nonprofit", true, "non-profit"},
    {"City/County Management", "city/county", true, "a slash"},
    {"501(c)(3) organizations", "501(c)(3)", true, "parentheses inside"},
    {"the FY2019 budget", "FY 19 budget", true, "a fiscal year, typed in two words"},
    {"the fiscal year 2019 budget", "FY19", true, "and in one"},
    {"Section 508 compliance", "section508", true, "a reference in one word"},

    // Quotes
    {"The fire mergers", "\"merger\"", false, "quotes are exact"},
    {"The fire merger", "\"fire merger\"", true, "next to each other"},
    {"The merger of fire", "\"fire merger\"", false, "in this order"},
    {"fire and merger", "\"fire merger\"", false, "nothing between"},
    {"fire, merger", "\"fire merger\"", true, "punctuation does not part"},
    {"the merger of two fire districts", "\"fire merger\"~4", true, "a window of six"},
    {"the merger of two fire districts", "\"fire merger\"~1", false, "a window of three"},
    {"fire", "\"fire fire\"~4", false, "a word typed twice stands twice"},
    {"fire and fire", "\"fire fire\"~4", true, "and here it does"},

    // Patterns and slips
    {"the budgetary office", "budg*", true, "a prefix"},
    {"the budget", "bu?get", true, "one letter"},
    {"the budgets", "bu?get", false, "a pattern is the whole word"},
    {"the budgets", "bu*s", true, "any letters"},
    {"the council-manager form", "councilman*", true, "a prefix of the joined form"},
    {"the council-manager form", "council-man*", true, "with its hyphen"},
    {"the Budget", "BUDG*", true, "folded"},
    {"the budget", "bugdet~", true, "two letters swapped"},
    {"the budget", "budgit~", true, "one letter wrong"},
    {"the budget", "bidgit~", false, "two letters wrong in a word of six"},
    {"the ombudsman", "ombusdmen~", true, "two slips in a word of nine"},
    {"the budget", "udget~", false, "the first letter is fixed"},
    {"the cup", "cap~", false, "no slips below four letters"},
    {"the cities", "city~", true, "the stem is no slip"},

    // Operators
    {"fire", "fire OR police", true, "or"},
    {"fire", "fire AND police", false, "and"},
    {"fire", "fire -police", true, "minus"},
    {"fire police", "fire -police", false, "minus"},
    {"fire", "-police", true, "only negative"},
    {"a b c x", "a b c d", true, "three of four"},
    {"a b x y", "a b c d", false, "two of four"},

    // Fields
    {"merger", "title:merger", false, "the text is not the title"},
    {"merger", "body:merger", true, "a field by its name"},
    {"merger", "kind:article", true, "a facet's value"},
    {"merger", "kind:law", false, "another value"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(matching_suite)

BOOST_DATA_TEST_CASE(finds_what_people_expect, rows) {
    const auto snapshot = snapshot_of({written("x", "Something else", {sample.text})});
    BOOST_TEST(answer_of(*snapshot, query(sample.query)).total == (sample.found ? 1U : 0U));
}

BOOST_AUTO_TEST_CASE(a_phrase_does_not_cross_passages) {
    const auto snapshot = snapshot_of({written("x", "fire", {"merger of the fire", "merger"})});
    BOOST_TEST(answer_of(*snapshot, query("\"fire merger\"")).total == 0U);
    BOOST_TEST(answer_of(*snapshot, query("\"fire merger\"~97")).total == 1U);
    BOOST_TEST(answer_of(*snapshot, query("body:\"fire of\"~1")).total == 1U);
}

BOOST_AUTO_TEST_CASE(what_was_typed_stands_above_a_slip) {
    const auto snapshot = snapshot_of({
        written("slip", "Budgit budgit budgit", {"budgit budgit budgit"}),
        written("typed", "Something", {"A long text that has the budget only once, far from all."}),
        written("two", "Bubgit bubgit", {"bubgit"}),
    });
    BOOST_TEST(ids(answer_of(*snapshot, query("budget~"))) == "typed slip");
}

BOOST_AUTO_TEST_CASE(a_name_is_not_stemmed) {
    schemas::Publication publication = written("x", "Title", {"text"});
    publication.authors = {{"ann-rivers", {"Ann Rivers"}}};
    const auto snapshot = snapshot_of({publication});
    BOOST_TEST(answer_of(*snapshot, query("author:rivers")).total == 1U);
    BOOST_TEST(answer_of(*snapshot, query("author:river")).total == 0U);
    BOOST_TEST(answer_of(*snapshot, query("author:ann-rivers")).total == 1U);
}

BOOST_AUTO_TEST_CASE(a_facet_without_a_field_is_found_by_the_words_of_its_labels) {
    schemas::Publication publication = written("x", "Title", {"text"});
    publication.topics.emplace_back().term = {"public-safety/fire",
                                              {"Public safety", "Fire services"}};
    const auto snapshot = snapshot_of({publication});
    for (const char* found : {"topic:public-safety",
                              "topic:public-safety/fire",
                              "topic:services",
                              "topic:service",
                              "topic:\"public safety\"",
                              "topic:serv*",
                              "topic:(public AND fire)",
                              "topic:servises~"})
        BOOST_TEST(answer_of(*snapshot, query(found)).total == 1U, found);
    for (const char* missed :
         {"topic:police", "topic:\"safety public\"", "topic:\"service\"", "services"})
        BOOST_TEST(answer_of(*snapshot, query(missed)).total == 0U, missed);
}

BOOST_AUTO_TEST_SUITE_END()
