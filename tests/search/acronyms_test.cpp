// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/answering.h"
#include "server/search/query/query_parser.h"
#include "server/search/synonyms/query_names.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/memory_generation.h"
#include "tests/support/search_library.h"
#include "tests/support/search_one.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

std::shared_ptr<const Snapshot> town() {
    static const auto snapshot = snapshot_of({
        written("a", "Streets", {"The Capital Improvement Program (CIP) pays for streets."}),
        written("b", "Six years", {"Capital improvement programs (CIPs) are plans."}),
        written("c", "Vote", {"The CIP was voted down."}),
        written("d", "Hearing", {"The capital improvement program has a hearing."}),
        written("e", "Care", {"Take care. Take care again. Care costs."}),
        written("f", "Air", {"The Clean Air Rescue Effort (CARE) began."}),
        written("g", "Air", {"Its CARE (Clean Air Rescue Effort) goes on."}),
        written("h", "Once", {"The Traffic Management Center (TMC) opened."}),
        written("i", "TMC", {"The TMC closed."}),
        written("j", "Fire", {"Fire Department (FD), Finance Department (FD)"}),
        written("k", "Fire", {"Fire Department (FD), Finance Department (FD), Fleet Depot (FD)"}),
        written(
            "l", "Technology", {"Information technology (IT) and Information Technology (IT)."}),
    });
    return snapshot;
}

void collect(const Node& node, std::vector<std::string>& names) {
    if (const auto* word = std::get_if<Word>(&node.value)) {
        std::string all;
        for (const auto* list : {&word->synonyms, &word->also})
            for (const std::string& name : *list)
                all += (all.empty() ? "" : "|") + name;
        names.push_back(std::move(all));
    } else if (const auto* run = std::get_if<Run>(&node.value)) {
        for (const auto* nodes : {&run->words, &run->required, &run->excluded})
            for (const Node& part : *nodes)
                collect(part, names);
    }
}

std::string expanded(const std::string& q) {
    Node query = parse_query(q, Match::Most, town()->query_fields()).value().query;
    std::vector<Note> notes;
    expand_query(query, *town(), Synonyms(), notes);
    std::vector<std::string> names;
    collect(query, names);
    std::string all;
    for (const std::string& each : names)
        all += (all.empty() ? "" : " / ") + (each.empty() ? "-" : each);
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(acronyms_suite)

BOOST_AUTO_TEST_CASE(stand_for_what_texts_agree_on) {
    struct Row {
        std::string query;
        std::string names;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"CIP", "Capital Improvement Program", "the acronym"},
        {"cip", "Capital Improvement Program", "in any case"},
        {"cips", "-", "as it is written"},
        {"capital improvement programs", "cip / cip / cip", "the long form, by its stems"},
        {"the capital improvement program", "- / cip / cip / cip", "within a query"},
        {"improvement program", "- / -", "not a part of it"},
        {"\"CIP\" hearing", "-", "quotes are exact"},
        {"hearing -cip", "- / Capital Improvement Program", "a negation means all names"},
        {"CARE", "Clean Air Rescue Effort", "also a word: in capitals"},
        {"care", "-", "also a word: not in small letters"},
        {"clean air rescue effort", "- / - / - / -", "also a word: not from its long form"},
        {"TMC", "-", "explained once"},
        {"FD", "-", "texts do not agree"},
        {"IT", "Information Technology", "a stop word in capitals"},
        {"it", "-", "a stop word"},
    };
    for (const Row& row : rows) {
        const std::string names = expanded(row.query);
        BOOST_TEST(names == row.names, row.query << ": " << row.why << ": " << names);
    }
}

BOOST_AUTO_TEST_CASE(are_counted_over_base_and_delta) {
    const auto once = written("a", "Land", {"A Land Use Plan (LUP) is drawn."});
    const auto again = written("b", "Land", {"The land use plan (LUP) was changed."});
    const auto notes_on = [](const Snapshot& snapshot) {
        return answer_of(snapshot, query("lup")).notes.size();
    };
    MemoryGenerationParts alone{search_library(), {once}};
    BOOST_TEST(notes_on(*Snapshot::make(memory_generation(std::move(alone))).value()) == 0U);
    MemoryGenerationParts both{search_library(), {once, again}};
    both.base = {once};
    const auto snapshot = Snapshot::make(memory_generation(std::move(both))).value();
    BOOST_TEST_REQUIRE(snapshot->layers().size() == 2U);
    BOOST_TEST(notes_on(*snapshot) == 1U);
}

BOOST_AUTO_TEST_CASE(find_both_and_say_so) {
    const auto found = [](const std::string& q, Rank rank = Rank::Full) {
        SearchRequest request = query(q);
        request.rank = rank;
        const SearchAnswer answer = answer_of(*town(), request);
        std::string all = ids(answer);
        std::erase(all, ' ');
        std::ranges::sort(all);
        return all;
    };
    BOOST_TEST(found("cip") == "abcd");
    BOOST_TEST(found("cip", Rank::Plain) == "abcd");
    BOOST_TEST(found("\"cip\"") == "ac");
    BOOST_TEST(found("capital improvement program") == "abcd");
    BOOST_TEST(found("cip AND hearing") == "d");
    BOOST_TEST(found("clean air rescue effort") == "fg");
    const SearchAnswer answer = answer_of(*town(), query("cip"));
    BOOST_TEST_REQUIRE(answer.notes.size() == 1U);
    BOOST_TEST(answer.notes[0].code == "expanded");
    BOOST_TEST(
        answer.notes[0].text ==
        "“cip” also finds Capital Improvement Program, as texts of the library explain; quotes "
        "find it alone.");
    BOOST_TEST(answer_of(*town(), query("capital improvement programs")).notes.at(0).text ==
               "“capital improvement programs” also finds CIP, as texts of the library explain; "
               "quotes find it alone.");
}

BOOST_AUTO_TEST_SUITE_END()
