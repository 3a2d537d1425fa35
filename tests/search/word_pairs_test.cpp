// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/evaluation.h"
#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"
#include "server/search/ranking/cut_words.h"
#include "server/search/ranking/word_pairs.h"
#include "server/search/scoring/bm25.h"
#include "server/search/synonyms/query_names.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/memory_generation.h"
#include "tests/support/search_library.h"

#include <cmath>
#include <map>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

schemas::Publication publication(const std::string& id, const std::string& text) {
    schemas::Publication publication;
    publication.id = id;
    publication.title = "Untitled";
    publication.passages.push_back({});
    publication.passages.back().text = text;
    return publication;
}

// What the words of a query add besides to the score of each publication, by its id. A budget has
// another name, and is paired all the same.
std::map<std::string, double> added(const std::string& query,
                                    std::vector<schemas::Publication> publications) {
    MemoryGenerationParts parts{search_library(), std::move(publications)};
    const auto snapshot = Snapshot::make(memory_generation(std::move(parts))).value();
    std::vector<Note> notes;
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(10));
    auto parsed = parse_query(query, Match::Any, snapshot->query_fields()).value();
    const Synonyms synonyms(parse_synonyms("budget = spending plan", "s").value(),
                            snapshot->analyzers());
    expand_query(parsed.query, *snapshot, synonyms, notes);
    const auto settled = settle_query(parsed.query, snapshot->analyzers(), notes);
    const Plans plan = plan_query(settled, *snapshot, deadline, notes).value();
    std::vector<ScoredDocument> all;
    for (std::uint32_t document = 0; document < snapshot->document_count(); ++document)
        all.push_back({document, 0});
    const std::vector<QueryWord> words = words_of_query(plan, *snapshot);
    add_cut_words(all, words, evaluate(plan, *snapshot, deadline), *snapshot);
    add_word_pairs(all, words, *snapshot);
    std::map<std::string, double> scores;
    for (const ScoredDocument& document : all)
        scores[std::string(snapshot->id(document.document))] = document.score;
    return scores;
}

std::vector<schemas::Publication> texts() {
    return {publication("together", "the budget process of the city"),
            publication("near", "the process by which a budget is"),
            publication("apart", "a budget is what one two three four five process"),
            publication("one", "only a budget and some more words"),
            publication("none", "nothing of the kind is said here at")};
}

} // namespace

BOOST_AUTO_TEST_SUITE(word_pairs_suite)

BOOST_AUTO_TEST_CASE(words_together_count_more_than_near_and_near_more_than_apart) {
    const auto scores = added("budget process", texts());
    BOOST_TEST(scores.at("together") > scores.at("near"));
    BOOST_TEST(scores.at("near") > 0);
    for (const char* id : {"apart", "one", "none"})
        BOOST_TEST(scores.at(id) == 0, id);
}

BOOST_AUTO_TEST_CASE(a_pair_weighs_a_tenth_of_a_word_of_its_rarity) {
    const auto scores = added("budget process", texts());
    // "together" has it side by side (one publication does) and near (two do). All lengths are
    // nearly the same: a share is nearly 1 / 2.2.
    const double side = inverse_frequency(5, 1);
    const double near = inverse_frequency(5, 2);
    BOOST_TEST(std::abs(scores.at("together") - 0.1 * (side + near)) < 0.03);
    BOOST_TEST(std::abs(scores.at("near") - 0.1 * near) < 0.02);
}

BOOST_AUTO_TEST_CASE(only_bare_neighbours_are_pairs) {
    for (const char* query : {"budget",
                              "\"budget process\"",
                              "budget OR process",
                              "budg* process",
                              "title:budget process"})
        for (const auto& [id, score] : added(query, texts()))
            BOOST_TEST(score == 0, query << " adds to " << id);
    BOOST_TEST(added("the budget of process", texts()).at("together") > 0);
}

BOOST_AUTO_TEST_CASE(a_word_that_is_cut_counts_as_its_parts) {
    const auto scores = added("budget-process", texts());
    // "apart" has both parts, "one" one of them; "together" has them as the clause already.
    BOOST_TEST(scores.at("apart") > scores.at("together"));
    BOOST_TEST(scores.at("apart") > scores.at("one"));
    BOOST_TEST(scores.at("one") > 0);
    BOOST_TEST(scores.at("none") == 0);
    const auto as_words = added("budget process", texts());
    BOOST_TEST(scores.at("near") - scores.at("apart") > 0.9 * as_words.at("near"));
}

BOOST_AUTO_TEST_CASE(a_stop_word_is_no_part) {
    BOOST_TEST(added("state-of-the-budget", texts()).at("none") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
