// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/slug.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <ostream>
#include <thread>

using namespace praxis::corpus;

namespace {

struct SlugRow {
    std::string input;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const SlugRow& row) {
    return out << row.why;
}

const SlugRow slug_rows[] = {
    {"Public Safety", "public-safety", "blanks become hyphens"},
    {"City's Café & Bar", "citys-cafe-bar", "apostrophes vanish, accents too"},
    {"City’s", "citys", "the curly apostrophe vanishes as the straight one"},
    {"  --a__b..c/d--", "a-b-c-d", "runs of signs are one hyphen, none at the ends"},
    {"Straße Łódź", "strasse-lodz", "letters without a decomposition"},
    {"Киев", "kiev", "other scripts are transliterated"},
    {"2017–2020", "2017-2020", "dashes"},
    {"★", "x-34a3a12e3adceaf6", "nothing of it is a letter or digit"},
};

const SlugRow anchor_rows[] = {
    {"What's new & next?", "whats-new--next", "as GitHub does it"},
    {"Step 1: Plan_it", "step-1-plan_it", "digits, hyphens and underscores stay"},
    {"Über uns", "über-uns", "letters of any script, in lower case"},
    {"***", "section", "nothing remains"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(slug_suite)

BOOST_DATA_TEST_CASE(makes_words_for_ids, slug_rows) {
    BOOST_TEST(slug(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(makes_anchors_for_headings, anchor_rows) {
    BOOST_TEST(heading_anchor(sample.input) == sample.expected);
}

BOOST_AUTO_TEST_CASE(cuts_long_texts_and_keeps_them_apart) {
    const std::string text(100, 'a');
    const std::string one = slug(text + "b");
    const std::string other = slug(text + "c");
    BOOST_TEST(one.size() == 80U);
    BOOST_TEST(one != other);
}

BOOST_AUTO_TEST_CASE(keeps_its_shape_for_any_text) {
    rc::check([](const std::string& text) {
        const std::string word = slug(text);
        RC_ASSERT(!word.empty() && word.size() <= 80);
        RC_ASSERT(word.front() != '-' && word.back() != '-');
        RC_ASSERT(std::all_of(word.begin(), word.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }));
        RC_ASSERT(slug(word) == word);
    });
}

BOOST_AUTO_TEST_CASE(works_on_several_threads) {
    std::vector<std::thread> threads;
    std::vector<std::string> words(4);
    for (std::string& word : words)
        threads.emplace_back([&word] { word = slug("Österreich"); });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& word : words)
        BOOST_TEST(word == "osterreich");
}

BOOST_AUTO_TEST_SUITE_END()
