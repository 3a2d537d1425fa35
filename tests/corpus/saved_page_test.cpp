// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/saved_page.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string expected; // paragraphs separated by '/'
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

std::string shown(const std::vector<Paragraph>& paragraphs) {
    std::string text;
    for (const Paragraph& paragraph : paragraphs)
        text += paragraph.text + "/";
    return text;
}

const Row paragraph_rows[] = {
    {"one\n\ntwo\n\n\nthree", "one/two/three/", "blank lines end paragraphs"},
    {"The council met and\nvoted.",
     "The council met and voted./",
     "a line that goes on in lower case"},
    {"It met in May,\nJune", "It met in May, June/", "a line that ends in a comma"},
    {"Where we are\nWhat we do", "Where we are\nWhat we do/", "two headings above each other"},
    {"We asked:\n- cost\n- time", "We asked:\n- cost\n- time/", "a list"},
    {"1. one\n2. two", "1. one\n2. two/", "a numbered list"},
    {"a  b\t c", "a b c/", "blanks are collapsed"},
    {"Every city of the county sends one of its members to\n"
     "The Hague each year, where they meet the members of\n"
     "Other councils.",
     "Every city of the county sends one of its members to The Hague each year, where they meet "
     "the members of Other councils./",
     "text wrapped at a column"},
    {"", "", "nothing"},
};

const Row page_rows[] = {
    {"One moment...\n\nTitle\n\nText.", "Title/Text./", "an interstitial"},
    {"Blogs / Ours | blog / Title\n\nTitle\n\nText.", "Title/Text./", "a breadcrumb"},
    {"Wages / Hours / Terms\n\nTitle", "Wages / Hours / Terms/Title/", "no breadcrumb"},
    {"Text.\n\nPosted by", "Text./", "an empty byline"},
    {"Clickability tracking pixel\n\nTitle", "Title/", "a tracking line"},
    {"www.fgks.org \u00BB [go: up one dir, main page]\n\nText.", "Text./", "a proxy's line"},
    {"One.\n\nTwo.\n\nLatest Tweets\n\nRT @a: b\n\nRT @c: d", "One./Two./", "tweets"},
    {"One.\n\nTwo.\n\nFeedback\nRunning into a problem? Please describe it\n"
     "On a scale of 1-5, what do you think?\nPlease explain why you chose that rating.",
     "One./Two./",
     "a feedback form"},
    {"Feedback\n\nCitizens said so.", "Feedback/Citizens said so./", "a chapter on feedback"},
    {"Title\nBy Ada Hill\n\nText.", "Title/Text./", "a byline below the title"},
    {"A list: a, b\n\nMore.\n\nA list: a, b", "A list: a, b/More./A list: a, b/", "a list twice"},
    {"The governmet of the Assocation", "The governmet of the Assocation/", "misspellings"},
};

struct BylineRow {
    std::string input;
    std::string authors;
    std::string date;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const BylineRow& row) {
    return out << row.why;
}

const BylineRow byline_rows[] = {
    {"Title\n\nBy Ada Hill and Ben Ray | May 2, 2016\n\nText.",
     "Ada Hill/Ben Ray/",
     "May 2, 2016",
     "at the top"},
    {"Title\n\nby / February 2, 2017\n\nText.\n\nCy Lee Staff Writer\n\nCy Lee is a staff writer "
     "for us.",
     "Cy Lee/",
     "February 2, 2017",
     "a date at the top, the name at the end"},
    {"Title\nBy Ada Hill\nNovember 2019\n\nText.", "Ada Hill/", "November 2019", "below the title"},
    {"Title\n\nText by the sea.", "", "", "none"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(saved_page_suite)

BOOST_DATA_TEST_CASE(joins_lines_to_paragraphs, paragraph_rows) {
    BOOST_TEST(shown(paragraphs_of(sample.input)) == sample.expected);
}

BOOST_DATA_TEST_CASE(leaves_out_what_belonged_to_the_page, page_rows) {
    const SavedPage page = clean_saved_page(paragraphs_of(sample.input));
    BOOST_TEST(shown(page.paragraphs) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_the_byline, byline_rows) {
    const SavedPage page = clean_saved_page(paragraphs_of(sample.input));
    std::string authors;
    for (const std::string& author : page.authors)
        authors += author + "/";
    BOOST_TEST(authors == sample.authors);
    BOOST_TEST(page.date == sample.date);
}

BOOST_AUTO_TEST_CASE(knows_the_lines_of_what_it_left_out) {
    const SavedPage page = clean_saved_page(paragraphs_of("Title\n\nText.\n\nPosted by\n"));
    BOOST_REQUIRE(page.left_out.size() == 1U);
    BOOST_TEST(page.left_out[0].line == 5);
}

BOOST_AUTO_TEST_SUITE_END()
