// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/suggester.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

schemas::Publication about(std::string id, std::string title, std::string text, Date date = {}) {
    schemas::Publication publication = written(std::move(id), std::move(title), {std::move(text)});
    publication.topics.emplace_back().term = {"money/budget", {"Money", "Budgeting"}};
    publication.organizations = {{{"icma", {"Congress of Budget Officers"}}, ""}};
    publication.places = {{"ohio/dayton", {"Ohio", "Dayton"}}};
    if (date.year != 0)
        publication.date = schemas::DatedBy{date};
    return publication;
}

std::shared_ptr<const Snapshot> town() {
    static const auto snapshot = snapshot_of({
        about("a", "The capital improvement program", "a capital improvement program", {2020}),
        about("b", "Planning for accessibility", "The capital improvement program.", {2019}),
        about("c", "Trends on Tuesday: parks", "a capital improvement program", {2018}),
        about("d", "Trends on Tuesday: water", "nothing", {2021}),
        about("e", "Trends on Tuesday: roads", "nothing", {2017}),
    });
    return snapshot;
}

std::string shown(const std::string& typed, std::size_t limit = 10) {
    std::string all;
    for (const Suggestion& suggestion : suggest(typed, limit, *town())) {
        constexpr std::string_view names = "qtolp";
        all += all.empty() ? "" : "; ";
        all += names[static_cast<std::size_t>(suggestion.kind)];
        all += ":" + tests::shown(suggestion.parts);
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(suggester_suite)

BOOST_AUTO_TEST_CASE(suggests_what_begins_with_what_was_typed) {
    struct Row {
        std::string typed;
        std::string suggested;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"", "", "nothing typed"},
        {"zzz", "", "nothing like it"},
        {"capital im",
         "q:[capital] [im]provement program; p:The [capital] [im]provement program",
         "words in a row, the last one unfinished"},
        {"improv", "p:The capital [improv]ement program", "a title from any of its words"},
        {"program capital",
         "q:[capital] improvement [program]; p:The [capital] improvement [program]",
         "in any order"},
        {"budg", "t:[Budg]eting; o:Congress of [Budg]et Officers", "topics and organisations"},
        {"Dayt", "l:[Dayt]on", "places"},
        {"acessib", "p:Planning for [accessib]ility", "one slip"},
        {"capitla",
         "q:[capita]l improvement program; p:The [capita]l improvement program",
         "one slip in a whole word"},
        {"cap ", "", "a blank ends the word"},
        {"trends on",
         "q:[trends] [on] tuesday; p:[Trends] [on] Tuesday: water",
         "one for a series: the newest"},
        {"trends on tuesday r", "p:[Trends] [on] [Tuesday]: [r]oads", "until more is typed"},
    };
    for (const Row& row : rows)
        BOOST_TEST(shown(row.typed) == row.suggested,
                   row.typed << ": " << row.why << ": " << shown(row.typed));
}

BOOST_AUTO_TEST_CASE(gives_no_more_than_asked_for) {
    BOOST_TEST(shown("capital im", 1) == "q:[capital] [im]provement program");
}

BOOST_AUTO_TEST_CASE(every_suggestion_leads_somewhere) {
    for (const char* typed : {"cap", "t", "p", "b", "d", "improvement", "ohio", "tues"})
        for (const Suggestion& suggestion : suggest(typed, 25, *town())) {
            BOOST_TEST(suggestion.count > 0U);
            SearchRequest request;
            if (suggestion.kind == SuggestionKind::Publication)
                BOOST_TEST(town()->document_of(suggestion.value).has_value());
            else if (suggestion.facet.empty())
                BOOST_TEST(answer_of(*town(), query(suggestion.value)).total >= suggestion.count);
            else {
                request.filters.push_back({suggestion.facet, {suggestion.value}, {}, {}, false});
                BOOST_TEST(answer_of(*town(), request).total == suggestion.count);
            }
        }
}

BOOST_AUTO_TEST_SUITE_END()
