// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/dates.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis;
using namespace praxis::corpus;

namespace {

struct Row {
    std::string text;
    std::string expected; // ISO, or empty for no date
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.text;
}

std::string shown(const std::optional<Date>& date) {
    return date ? date->to_string() : "";
}

std::string shown(const std::optional<schemas::Period>& period) {
    return period ? period->begin.to_string() + ".." + period->end.to_string() : "";
}

const Row date_rows[] = {
    // ISO 8601 and its neighbours
    {"2016-05-02", "2016-05-02"},
    {"2016-05", "2016-05"},
    {"2016", "2016"},
    {"2016-5-2", "2016-05-02"},
    {"2016/05/02", "2016-05-02"},
    {"2016.05.02", "2016-05-02"},
    {"20160502", "2016-05-02"},
    {"20160502T103000Z", "2016-05-02"},
    {"20160502103000", "2016-05-02"},
    {"201605", "2016-05"},
    {"2016-05-02T23:59:59.123-08:00", "2016-05-02"},
    {"2016-05-02T00:30:00+0900", "2016-05-02"},
    {"2016-05-02 1:00:19 PM -0400", "2016-05-02"},
    {"2016-05-02 09:00:00 -5", "2016-05-02"},
    // mail and Unix
    {"Mon, 02 May 2016 10:30:00 GMT", "2016-05-02"},
    {"Mon, 2 May 16 10:30 EST", "2016-05-02"},
    {"02 May 2016 10:30:00 +0000 (UTC)", "2016-05-02"},
    {"Mon May  2 10:30:00 EDT 2016", "2016-05-02"},
    {"02-May-2016", "2016-05-02"},
    // as people write them
    {"May 2, 2016", "2016-05-02"},
    {"Monday, May 2nd, 2016", "2016-05-02"},
    {"Sept. 9, 2016", "2016-09-09"},
    {"2 May 2016", "2016-05-02"},
    {"2nd of May, 2016", "2016-05-02"},
    {"2 de mayo de 2016", "2016-05-02"},
    {"May 2016", "2016-05"},
    {"May, 2016", "2016-05"},
    {"May/June 2016", "2016-05"},
    {"May 2-4, 2016", "2016-05-02"},
    {"October 13 and 14, 2006", "2006-10-13"},
    {"May 2, 2016 at 3:30 p.m. ET", "2016-05-02"},
    {"Published on May 2, 2016", "2016-05-02"},
    {"Last updated: 2016-05-02", "2016-05-02"},
    {"Spring 2016", "2016-03"},
    {"Fall, 2016", "2016-09"},
    {"2016 Winter", "2016-01"},
    {"Q3 2016", "2016-07"},
    {"FY 2016", "2016"},
    // month first, as in the United States, unless that cannot be
    {"02/03/2016", "2016-02-03"},
    {"2/3/16", "2016-02-03"},
    {"31/05/2016", "2016-05-31"},
    {"05-02-2016", "2016-05-02"},
    {"02.05.2016", "2016-05-02"},
    // no dates
    {"", ""},
    {"0001-01-01", ""},
    {"0001-01-01T00:00:00Z", ""},
    {"0000-00-00 00:00:00", ""},
    {"1970-01-01T00:00:00Z", ""},
    {"1000-01-01", ""},
    {"9999-12-31", ""},
    {"2016-13-01", ""},
    {"2016-02-30", ""},
    {"13/13/2016", ""},
    {"May", ""},
    {"tomorrow", ""},
    {"2016 people", ""},
    {"chapter 2016-05-02", ""},
    {"12345", ""},
    {"123456789012", ""},
    // and one that only looks like none
    {"1970-01-01", "1970-01-01"},
};

const Row path_rows[] = {
    {"posts/2015-06-29-a-title.md", "2015-06-29"},
    {"posts/2015_6_9_x.md", "2015-06-09"},
    {"20150629 minutes.txt", "2015-06-29"},
    {"minutes-2015-06-29.txt", "2015-06-29"},
    {"2015-06-newsletter.md", "2015-06"},
    {"news/2015/06/29/title.md", "2015-06-29"},
    {"news/2015/06/title.md", "2015-06"},
    {"news/2014/01/2015-06-29-title.md", "2015-06-29"},
    {"plans/2015/title.md", ""},
    {"budget-2015-16.md", ""},
    {"2015-16-budget.md", ""},
    {"law-26-41.xml", ""},
    {"title.md", ""},
};

const Row opening_rows[] = {
    {"Announced on Thursday, Feb. 2, 2017, in Yuma.", "2017-02-02"},
    {"(June 1, 2007) The organization legally became the Alliance.", "2007-06-01"},
    {"On 2016-05-02 the council met; on 2017-01-01 again.", "2016-05-02"},
    {"The network launches in May 2010.", ""},
    {"Founded in 1971.", ""},
    {"In Yuma, AZ on October 13 and 14, three met.", ""},
    {"Call 555-2016-05-021.", ""},
};

const Row period_rows[] = {
    {"2017..2020", "2017..2020"},
    {"2016-05..2016-06-02", "2016-05..2016-06-02"},
    {"2017-2020", "2017..2020"},
    {"2017–20", "2017..2020"},
    {"2017 to 2020", "2017..2020"},
    {"FY 2017 - 2020", "2017..2020"},
    {"2010-11", "2010-11..2010-11"},
    {"2010–11", "2010..2011"},
    {"May 2016 - June 2017", "2016-05..2017-06"},
    {"2016-05-02/2016-05-04", "2016-05-02..2016-05-04"},
    {"May 2, 2016 through May 4, 2016", "2016-05-02..2016-05-04"},
    {"2018", "2018..2018"},
    {"2020-2017", ""},
    {"2017–2020 Strategic Plan", ""},
    {"ten years", ""},
};

const Row title_rows[] = {
    {"2017–2020 Strategic Plan", "2017..2020"},
    {"View the 2017-2020 Strategic Plan", "2017..2020"},
    {"Plan, fiscal years 2017 through 2020", "2017..2020"},
    {"Plan of 2016-05-02", ""},
    {"Strategic Plan", ""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(dates_suite)

BOOST_DATA_TEST_CASE(reads_dates_as_sources_write_them, date_rows) {
    BOOST_TEST(shown(parse_date(sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_dates_in_paths, path_rows) {
    BOOST_TEST(shown(date_in_path(sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_full_dates_in_the_opening, opening_rows) {
    BOOST_TEST(shown(date_in_opening(sample.text)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(looks_no_further_than_the_opening) {
    BOOST_TEST(!date_in_opening(std::string(1000, 'x') + " May 2, 2016"));
}

BOOST_DATA_TEST_CASE(reads_periods, period_rows) {
    BOOST_TEST(shown(parse_period(sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_years_in_titles, title_rows) {
    BOOST_TEST(shown(parse_period(sample.text, true)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(reads_every_day_in_every_form) {
    rc::check([] {
        const Date date{
            *rc::gen::inRange(1000, 2999), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
        RC_PRE((date != Date{1000, 1, 1}));
        RC_ASSERT(parse_date(date.to_string()) == date);
        RC_ASSERT(parse_date(date.to_string() + "T12:00:00Z") == date);
        RC_ASSERT(date_in_path("a/" + date.to_string() + "-b.md") == date);
        RC_ASSERT(date_in_opening("on " + date.to_string() + ", at last") == date);
    });
}

BOOST_AUTO_TEST_CASE(bears_any_text) {
    rc::check([](const std::string& text) {
        parse_date(text);
        date_in_path(text);
        date_in_opening(text);
        parse_period(text, true);
    });
}

BOOST_AUTO_TEST_SUITE_END()
