// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/sound_key.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace praxis::search;

BOOST_AUTO_TEST_SUITE(sound_key_suite)

BOOST_AUTO_TEST_CASE(words_spelled_by_ear_share_a_key) {
    struct Row {
        std::string word;
        std::string heard;
    };

    const std::vector<Row> rows = {
        {"physician", "fisisian"},
        {"knowledge", "nolege"},
        {"written", "riten"},
        {"necessary", "nesesary"},
        {"neighbour", "naybur"},
        {"accommodate", "akomodate"},
        {"quick", "kwik"},
        {"motion", "moshun"},
        {"village", "vilije"},
        {"zoning", "soning"},
    };
    for (const Row& row : rows)
        BOOST_TEST(sound_key(row.word) == sound_key(row.heard), row.word);
}

BOOST_AUTO_TEST_CASE(words_that_sound_different_do_not) {
    BOOST_TEST(sound_key("council") != sound_key("county"));
    BOOST_TEST(sound_key("budget") != sound_key("bucket"));
    BOOST_TEST(sound_key("ordinance") != sound_key("audience"));
}

BOOST_AUTO_TEST_CASE(what_is_no_word_has_no_key) {
    BOOST_TEST(sound_key("") == "");
    BOOST_TEST(sound_key("covid19") == "");
    BOOST_TEST(sound_key("Upper") == "");
}

BOOST_AUTO_TEST_SUITE_END()
