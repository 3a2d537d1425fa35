// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/byline.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::corpus;

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : "; ") + name;
    return all;
}

struct BylineRow {
    std::string line;
    std::string names; // separated by "; "; "none": no byline at all
    std::string date;
};

std::ostream& operator<<(std::ostream& out, const BylineRow& row) {
    return out << row.line;
}

const BylineRow byline_rows[] = {
    {"By Ana Ruiz", "Ana Ruiz", ""},
    {"by Ana Ruiz and Tom Okafor", "Ana Ruiz; Tom Okafor", ""},
    {"BY Ana Ruiz, Tom Okafor & Lee Chan", "Ana Ruiz; Tom Okafor; Lee Chan", ""},
    {"By Ana Ruiz | May 3, 2016", "Ana Ruiz", "May 3, 2016"},
    {"by / February 2, 2017", "", "February 2, 2017"},
    {"Posted on May 3, 2016 by Ana Ruiz", "Ana Ruiz", "May 3, 2016"},
    {"Posted by Ana Ruiz on Tuesday, May 3, 2016", "Ana Ruiz", "Tuesday, May 3, 2016"},
    {"Authors: Ana Ruiz; Tom Okafor", "Ana Ruiz; Tom Okafor", ""},
    {"By Ana Ruiz, Staff Writer", "Ana Ruiz", ""},
    {"By Ana Ruiz, MPA, and Tom Okafor, Jr.", "Ana Ruiz; Tom Okafor Jr.", ""},
    {"By Jos\u00E9 de la Cruz", "Jos\u00E9 de la Cruz", ""},
    {"By R. J. O\u2019Neill", "R. J. O\u2019Neill", ""},
    // lines that begin alike
    {"Posted by", "none", ""},
    {"by and large, towns agree", "none", ""},
    {"By 2020 the city had merged", "none", ""},
    {"Bylaws of the Alliance", "none", ""},
    {"By drawing on a deeper pool of professionals, the network becomes more helpful.", "none", ""},
};

struct ClosingRow {
    std::vector<std::string_view> lines;
    std::string writer;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const ClosingRow& row) {
    return out << row.why;
}

const ClosingRow closing_rows[] = {
    {{"The end.", "Theo Lindqvist Staff Writer"}, "Theo Lindqvist", "name and role in a line"},
    {{"The end.", "Theo Lindqvist", "Staff Writer"}, "Theo Lindqvist", "name and role in two"},
    {{"Theo Lindqvist, Senior Editor", "VALLEY MEDIA"}, "Theo Lindqvist", "with a comma"},
    {{"Ana Ruiz is a reporter for the Valley Technologist."}, "Ana Ruiz", "a biography"},
    {{"Ana Ruiz writes about cities from Alder Falls."}, "Ana Ruiz", "another biography"},
    {{"Ana Ruiz is a city manager."}, "", "a person of the story"},
    {{"Ask our staff"}, "", "no name before the role"},
    {{"Contact the editor"}, "", "no name at all"},
    {{}, "", "no lines"},
};

struct DateRow {
    std::string line;
    bool is_date;
};

std::ostream& operator<<(std::ostream& out, const DateRow& row) {
    return out << row.line;
}

const DateRow date_rows[] = {
    {"May 3, 2016", true},
    {"Updated: Tuesday, 3rd of May 2016 at 4:30 p.m.", true},
    {"2016-05-03", true},
    {"5/3/2016", true},
    {"February 2016", true},
    {"Minutes of May 3, 2016", false},
    {"March", false},
    {"2016", false},
    {"12 Main Street", false},
};

} // namespace

BOOST_AUTO_TEST_SUITE(byline_suite)

BOOST_DATA_TEST_CASE(reads_names_and_date, byline_rows) {
    const auto byline = parse_byline(sample.line);
    BOOST_TEST((byline ? joined(byline->names) : "none") == sample.names);
    BOOST_TEST((byline ? byline->date : "") == sample.date);
}

BOOST_DATA_TEST_CASE(finds_the_writer_below_the_text, closing_rows) {
    BOOST_TEST(closing_writer(sample.lines).value_or("") == sample.writer);
}

BOOST_DATA_TEST_CASE(tells_a_dateline, date_rows) {
    BOOST_TEST(is_dateline(sample.line) == sample.is_date);
}

BOOST_AUTO_TEST_SUITE_END()
