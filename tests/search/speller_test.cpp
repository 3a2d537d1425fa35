// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/edit_distance.h"
#include "server/search/spelling/edit_cost.h"
#include "server/search/spelling/near_words.h"
#include "server/search/spelling/speller.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

using namespace praxis::search;

namespace {

WordList list_of(const std::map<std::string, std::uint32_t>& counts) {
    WordList words;
    for (const auto& [word, occurrences] : counts)
        words.add(word, occurrences);
    return words;
}

std::uint64_t no_pairs(std::string_view, std::string_view) {
    return 0;
}

std::string best(const Speller& speller,
                 std::string_view word,
                 const Speller::Neighbours& neighbours = {},
                 const Speller::PairCount& pairs = no_pairs) {
    const auto found = speller.candidates(word, neighbours, pairs, 3);
    return found.empty() ? "" : found.front().text;
}

const std::map<std::string, std::uint32_t> municipal = {
    {"accessibility", 300},
    {"accommodation", 40},
    {"city", 900},
    {"council", 800},
    {"county", 700},
    {"form", 200},
    {"from", 5000},
    {"government", 2000},
    {"ordinance", 400},
    {"receive", 120},
    {"relief", 90},
    {"separate", 60},
    {"the", 90000},
    {"zoning", 150},
};

} // namespace

BOOST_AUTO_TEST_SUITE(speller_suite)

BOOST_AUTO_TEST_CASE(finds_the_word_that_was_meant) {
    struct Row {
        std::string typed;
        std::string meant;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"recieve", "receive", "two neighbours swapped"},
        {"goverment", "government", "a letter left out"},
        {"councill", "council", "a letter doubled"},
        {"acommodation", "accommodation", "one of two letters left out"},
        {"seperate", "separate", "a vowel for a vowel"},
        {"ordinence", "ordinance", "a vowel for a vowel"},
        {"sonning", "zoning", "by ear"},
        {"accessabillity", "accessibility", "two slips"},
        {"acesibilty", "accessibility", "three slips in a long word"},
        {"citycouncil", "city council", "a blank left out"},
    };
    const Speller speller(list_of(municipal));
    const auto pairs = [](std::string_view left, std::string_view right) {
        return left == "city" && right == "council" ? std::uint64_t{50} : 0;
    };
    for (const Row& row : rows)
        BOOST_TEST(best(speller, row.typed, {}, pairs) == row.meant, row.typed + ": " + row.why);
}

BOOST_AUTO_TEST_CASE(leaves_what_it_cannot_judge) {
    const Speller speller(list_of(municipal));
    for (const char* word : {"council", "the", "teh", "covid19", "x", "", "xylophonist"})
        BOOST_TEST(best(speller, word) == "", word);
}

BOOST_AUTO_TEST_CASE(neighbours_decide_between_equals) {
    const Speller speller(list_of({{"former", 100}, {"farmer", 100}}));
    const auto pairs = [](std::string_view left, std::string_view right) {
        return (left == "local" && right == "farmer") || (left == "former" && right == "mayor")
                   ? std::uint64_t{9}
                   : 0;
    };
    BOOST_TEST(best(speller, "fermer", {"local", ""}, pairs) == "farmer");
    BOOST_TEST(best(speller, "fermer", {"", "mayor"}, pairs) == "former");
}

BOOST_AUTO_TEST_CASE(likely_slips_cost_less) {
    BOOST_TEST(edit_cost("same", "same") == 0);
    BOOST_TEST(edit_cost("recieve", "receive") < edit_cost("redeive", "receive"));
    BOOST_TEST(edit_cost("comittee", "committee") < edit_cost("comittee", "comintee"));
    BOOST_TEST(edit_cost("budgit", "budget") < edit_cost("budgxt", "budget"));
    BOOST_TEST(edit_cost("bity", "city") > edit_cost("cizy", "city"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(near_words_suite)

BOOST_AUTO_TEST_CASE(finds_every_word_within_reach) {
    const auto letters = [](std::string_view text) {
        return std::u32string(text.begin(), text.end());
    };
    const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
    rc::check([&] {
        std::map<std::string, std::uint32_t> counts;
        for (std::string& drawn : *rc::gen::container<std::vector<std::string>>(word))
            counts.emplace(std::move(drawn), 1);
        const WordList words = list_of(counts);
        const std::string typed = *word;
        std::vector<std::size_t> expected;
        for (std::size_t place = 0; place < words.size(); ++place)
            if (edit_distance(letters(typed), letters(words.word(place)), 2))
                expected.push_back(place);
        RC_ASSERT(near_words(typed, 2, words) == expected);
    });
}

BOOST_AUTO_TEST_SUITE_END()
