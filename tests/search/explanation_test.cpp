// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/answering.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

std::shared_ptr<const Snapshot> town() {
    static const auto snapshot = snapshot_of({
        written("a", "Fire engines", {"The fire engine of the town.", "It fights fire."}),
        written("b", "Water", {"Water puts out fire. A capital improvement program."}),
        written("c", "Capital", {"The capital improvement program pays for the engine."}),
        written("d", "Parks", {"Trees and water in parks."}),
    });
    return snapshot;
}

Explanation explained(const SearchRequest& request, std::string_view id) {
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(1));
    return explain(request, *town()->document_of(id), *town(), deadline, Synonyms()).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(explanation_suite)

BOOST_AUTO_TEST_CASE(the_contributions_sum_up_to_the_score_that_is_shown) {
    const std::vector<std::string> queries = {"fire",
                                              "fire engine",
                                              "\"fire engine\" water",
                                              "fire OR (water AND program)",
                                              "title:fire engine",
                                              "engin* water",
                                              "watre~ fire",
                                              "capital improvement program -parks",
                                              "fire fire"};
    for (const std::string& q : queries)
        for (const Rank rank : {Rank::Plain, Rank::Full}) {
            SearchRequest request = query(q);
            request.match = Match::Any;
            request.rank = rank;
            const SearchAnswer answer = answer_of(*town(), request);
            BOOST_TEST(!answer.hits.empty(), q);
            for (std::size_t place = 0; place < answer.hits.size(); ++place) {
                const Hit& hit = answer.hits[place];
                const Explanation why = explained(request, hit.publication.id);
                double sum = 0;
                for (const ExplainedClause& clause : why.clauses)
                    sum += clause.contribution;
                BOOST_TEST(why.matches, q);
                BOOST_TEST(why.place.value() == place + 1, q);
                BOOST_TEST(std::abs(why.score - hit.score.value()) < 1e-6, q);
                BOOST_TEST(std::abs(why.plain_score - sum) < 1e-6, q);
                if (rank == Rank::Plain)
                    BOOST_TEST(std::abs(why.score - sum) < 1e-5, q);
            }
        }
}

BOOST_AUTO_TEST_CASE(names_the_fields_and_the_frequency_of_a_word) {
    const Explanation why = explained(query("fire"), "a");
    BOOST_TEST_REQUIRE(why.clauses.size() == 1U);
    BOOST_TEST(why.clauses[0].clause == "fire");
    BOOST_TEST(why.clauses[0].frequency.value() == 5); // 3 for the title, 2 in the text
    BOOST_TEST((why.clauses[0].fields == std::vector<std::string>{"title", "body"}));
    BOOST_TEST(why.sentences.size() == 2U);
    BOOST_TEST(why.sentences[0] == "Place 1 of 2.");
}

BOOST_AUTO_TEST_CASE(says_when_a_publication_does_not_match) {
    const Explanation why = explained(query("fire"), "d");
    BOOST_TEST(!why.matches);
    BOOST_TEST(why.clauses.empty());
    BOOST_TEST(!why.place.has_value());
    BOOST_TEST_REQUIRE(why.sentences.size() == 1U);
    SearchRequest filtered = query("fire");
    filtered.filters.push_back({"kind", {"law"}, {}, {}, false});
    BOOST_TEST(!explained(filtered, "a").matches);
}

BOOST_AUTO_TEST_SUITE_END()
