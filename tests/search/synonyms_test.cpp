// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/answering.h"
#include "server/search/synonyms/synonyms.h"
#include "server/search/synonyms/watched_synonyms.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"
#include "tests/support/temp_dir.h"

#include <fstream>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

std::shared_ptr<const Snapshot> town() {
    static const auto snapshot = snapshot_of({
        written("a", "Pumper", {"The pumper is paid for."}),
        written("b", "Trucks", {"A fire truck costs more."}),
        written("c", "Engines", {"Two fire engines cost more."}),
        written("d", "Fire", {"The engine of the mower caught fire; a truck came."}),
        written("e", "CIP", {"The CIP pays for IT."}),
        written("f", "Capital", {"A capital improvement program pays for it."}),
        written("g", "Broadband", {"Fast broadband."}),
        written("h", "Fiber", {"Internet access by fiber."}),
    });
    return snapshot;
}

Synonyms made_of(const std::string& rules) {
    return {parse_synonyms(rules, "s.txt").value(), town()->analyzers()};
}

std::string found(const std::string& q, const Synonyms& synonyms, Match match = Match::Most) {
    SearchRequest request = query(q);
    request.match = match;
    request.sort = Sort::Title;
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(1));
    const auto answered = answer(request, std::nullopt, *town(), deadline, synonyms);
    BOOST_TEST_REQUIRE(answered.has_value());
    std::string all = ids(*answered);
    std::sort(all.begin(), all.end());
    std::erase(all, ' ');
    return all;
}

const std::string rules = "pumper = fire truck = fire engine\n"
                          "CIP = capital improvement program\n"
                          "broadband > internet access, fiber\n"
                          "IT = information technology\n"
                          "truck = mower\n";

} // namespace

BOOST_AUTO_TEST_SUITE(synonyms_suite)

BOOST_AUTO_TEST_CASE(words_find_what_they_stand_for) {
    struct Row {
        std::string query;
        std::string without;
        std::string with;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"pumper", "a", "abc", "one word for two side by side"},
        {"fire engine", "cd", "abcd", "never loses what the words find"},
        {"fire engines", "cd", "abcd", "by stems"},
        {"fire truck", "bd", "abcd", "of overlapping names each applies"},
        {"\"fire truck\"", "b", "b", "quotes stay exact"},
        {"cip", "e", "ef", "an acronym, in any case"},
        {"capital improvement program", "f", "ef", "and back"},
        {"broadband", "g", "gh", "one way"},
        {"fiber", "h", "h", "and not back"},
        {"IT", "ef", "ef", "a stop word in capitals"},
        {"pumper AND costs", "", "bc", "AND needs both"},
        {"pumper costs", "", "bc", "so does the default for two words"},
        {"costs -pumper", "bc", "", "NOT leaves out what the word finds"},
        {"costs -\"fire truck\"", "c", "c", "NOT with quotes, what the quotes find"},
        {"pumper OR broadband", "ag", "abcgh", "OR"},
        {"title:pumper", "a", "a", "in its field"},
        {"pump*", "a", "a", "patterns stay as they are"},
    };
    const Synonyms none;
    const Synonyms synonyms = made_of(rules);
    for (const Row& row : rows) {
        const std::string without = found(row.query, none);
        const std::string with = found(row.query, synonyms);
        BOOST_TEST(without == row.without, row.query << ": without: " << without);
        BOOST_TEST(with == row.with, row.query << ": " << row.why << ": " << with);
    }
}

BOOST_AUTO_TEST_CASE(never_loses_anything_but_by_not) {
    const Synonyms none;
    const Synonyms synonyms = made_of(rules);
    const std::vector<std::string> words = {"pumper",
                                            "fire",
                                            "truck",
                                            "engine",
                                            "cip",
                                            "costs",
                                            "capital",
                                            "pays",
                                            "broadband",
                                            "mower"};
    for (const std::string& one : words)
        for (const std::string& two : words)
            for (const std::string& three : words)
                for (const Match match : {Match::Most, Match::All, Match::Any}) {
                    const std::string q = one + " " + two + " " + three;
                    const std::string before = found(q, none, match);
                    const std::string after = found(q, synonyms, match);
                    if (!std::includes(after.begin(), after.end(), before.begin(), before.end()))
                        BOOST_ERROR(q << ": " << before << " became " << after);
                }
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(a_word_with_synonyms_is_no_slip) {
    SearchRequest request = query("pumpers engyne");
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(1));
    const Synonyms synonyms = made_of("engyne = mower\n");
    const auto answered = answer(request, std::nullopt, *town(), deadline, synonyms);
    BOOST_TEST_REQUIRE(answered.has_value());
    BOOST_TEST(!answered->corrected.has_value());
    BOOST_TEST_REQUIRE(answered->notes.size() == 1U);
    BOOST_TEST(answered->notes[0].code == "expanded");
    BOOST_TEST(answered->notes[0].text == "“engyne” also finds mower.");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(watched_synonyms_suite)

BOOST_AUTO_TEST_CASE(follows_its_file_and_keeps_the_last_good_one) {
    const TempDir folder;
    const auto file = folder.path() / "synonyms.txt";
    const auto write = [&](const std::string& text) {
        std::ofstream(file) << text;
    };
    write("pumper = fire truck\n");
    WatchedSynonyms watched(file);
    BOOST_TEST(watched.current()->fingerprint() == 0U);
    BOOST_TEST(watched.refresh(town()->analyzers()).value());
    const std::uint64_t first = watched.current()->fingerprint();
    BOOST_TEST(first != 0U);
    BOOST_TEST(!watched.refresh(town()->analyzers()).value());

    write("pumper = fire truck\nnonsense without a sign\n");
    for (int i = 0; i < 2; ++i) {
        const auto refreshed = watched.refresh(town()->analyzers());
        BOOST_TEST_REQUIRE(!refreshed.has_value());
        BOOST_TEST(std::string(refreshed.error().what()).find(":2") != std::string::npos);
    }
    BOOST_TEST(watched.current()->fingerprint() == first);

    write("pumper = fire truck = fire engine\n");
    BOOST_TEST(watched.refresh(town()->analyzers()).value());
    BOOST_TEST(watched.current()->fingerprint() != first);
    BOOST_TEST(found("pumper", *watched.current()) == "abc");

    std::filesystem::remove(file);
    BOOST_TEST(!watched.refresh(town()->analyzers()).has_value());
    BOOST_TEST(found("pumper", *watched.current()) == "abc");
}

BOOST_AUTO_TEST_SUITE_END()
