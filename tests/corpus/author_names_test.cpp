// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/author_names.h"
#include "corpus/language_code.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string expected; // separated by '|'
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.input;
}

const Row name_rows[] = {
    {"Ada Hill", "Ada Hill"},
    {"By Ada Hill", "Ada Hill"},
    {"Ada Hill and Ben Ray", "Ada Hill|Ben Ray"},
    {"Ada Hill, Ben Ray and Cy Lee", "Ada Hill|Ben Ray|Cy Lee"},
    {"Ada Hill, Ben Ray, and Cy Lee", "Ada Hill|Ben Ray|Cy Lee"},
    {"Ada Hill & Ben Ray", "Ada Hill|Ben Ray"},
    {"Ada Hill; Ray, Ben", "Ada Hill|Ben Ray"},
    {"Ada Hill, Jr. and Ben Ray, MPA", "Ada Hill, Jr.|Ben Ray, MPA"},
    {"Hill, Ada", "Ada Hill"},
    {"Hill, Ada B.", "Ada B. Hill"},
    {"City of Yuma, Arizona", "City of Yuma, Arizona"},
    {"Department of Health and Human Services", "Department of Health and Human Services"},
    {"Centers for Medicare & Medicaid Services", "Centers for Medicare & Medicaid Services"},
    {"Benton and Jerry", "Benton and Jerry"},
    {"ada@example.org (Ada Hill)", "Ada Hill"},
    {"Ada Hill <ada@example.org>", "Ada Hill"},
    {"ada@example.org", ""},
    {"Services @Example.org", "Services @Example.org"},
    {"https://example.org/ada", ""},
    {"ada-hill", "ada-hill"},
    {"", ""},
};

const Row readable_rows[] = {
    {"ada-hill", "Ada Hill"},
    {"ada_hill", "Ada Hill"},
    {"ada", "ada"},
    {"Jean-Luc Ray", "Jean-Luc Ray"},
};

const Row word_rows[] = {
    {"social-media", "social media"},
    {"social_media", "social media"},
    {"end-of-year-report", "end of year report"},
    {"e-mail", "e-mail"},
    {"covid-19", "covid-19"},
    {"section-508", "section 508"},
    {"Follow-up", "Follow-up"},
    {"follow-up visits", "follow-up visits"},
};

const Row language_rows[] = {
    {"en", "en"},
    {"en_US", "en-us"},
    {"en_US.UTF-8", "en-us"},
    {"eng", "en"},
    {"Spanish", "es"},
    {"Español", "es"},
    {"zh-Hant-TW", "zh-hant-tw"},
    {"the English of the king", ""},
    {"", ""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(author_names_suite)

BOOST_DATA_TEST_CASE(splits_bylines_and_leaves_bodies_whole, name_rows) {
    std::string names;
    for (const std::string& name : names_of(sample.input))
        names += (names.empty() ? "" : "|") + name;
    BOOST_TEST(names == sample.expected);
}

BOOST_DATA_TEST_CASE(makes_slugs_readable, readable_rows) {
    BOOST_TEST(readable_name(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(makes_words_of_slugs_only, word_rows) {
    BOOST_TEST(readable_words(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(reads_languages, language_rows) {
    BOOST_TEST(language_code(sample.input) == sample.expected);
}

BOOST_AUTO_TEST_CASE(bears_any_text) {
    rc::check([](const std::vector<unsigned char>& choices) {
        static const std::vector<std::string> pieces = {
            "Ada ", "Hill", ", ", " and ", "; ", "@", ".", "<", ">", "(", ")", " & ", "Jr.", " "};
        std::string text;
        for (const unsigned char choice : choices)
            text += pieces[choice % pieces.size()];
        for (const std::string& name : names_of(text))
            RC_ASSERT(!name.empty());
    });
}

BOOST_AUTO_TEST_SUITE_END()
