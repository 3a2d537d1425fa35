// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/title.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    TitleClues clues;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

TitleClues clues(std::string head,
                 std::vector<std::string> headings,
                 std::string og = "",
                 std::string site = "") {
    return {.declared = "",
            .og = std::move(og),
            .site = std::move(site),
            .head = std::move(head),
            .headings = std::move(headings),
            .first_heading = ""};
}

TitleClues with_first(std::string head, std::string first_heading) {
    TitleClues all = clues(std::move(head), {});
    all.first_heading = std::move(first_heading);
    return all;
}

const Row rows[] = {
    {clues("Fire merger | League", {"Fire merger"}), "Fire merger", "the heading shows the suffix"},
    {clues("Smart cities - A primer", {}), "Smart cities - A primer", "a dash may be the title's"},
    {clues("Rates - Cedar Hollow", {}, "", "Cedar Hollow"), "Rates", "og:site_name shows it"},
    {clues("Cedar Hollow: Rates", {}, "", "Cedar Hollow"), "Rates", "the site comes first"},
    {clues("Rates | Cedar Hollow", {}, "Rates"), "Rates", "og:title shows it"},
    {clues("League", {"Fire merger"}), "Fire merger", "one <title> for the whole site"},
    {clues("Fire merger | League", {"League", "Fire merger"}), "Fire merger", "the site as h1"},
    {clues("Fire merger", {"Blog"}), "Fire merger", "a heading of the site's section"},
    {clues("", {"Kenya\u2019s Duka"}, "Kenya's Duka - Lab"),
     "Kenya\u2019s Duka",
     "curly and straight"},
    {clues("Fire merger", {"Summary"}), "Fire merger", "a heading of a part"},
    {clues("Fire merger", {"II. Methods"}), "Fire merger", "a numbered part"},
    {with_first("case-study_slovakia", "A case from Slovakia"),
     "A case from Slovakia",
     "a file name"},
    {with_first("case-study_slovakia", "Summary"),
     "Case study slovakia",
     "a file name, nothing else"},
    {with_first("", "A case"), "A case", "no <title>"},
    {with_first("", ""), "", "nothing"},
    {{.declared = "Declared",
      .og = "Og",
      .site = "",
      .head = "Head",
      .headings = {"H"},
      .first_heading = ""},
     "Declared",
     "what the page declares goes first"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(html_title_suite)

BOOST_DATA_TEST_CASE(chooses_the_title, rows) {
    BOOST_TEST(choose_title(sample.clues) == sample.expected);
}

BOOST_AUTO_TEST_CASE(knows_the_way_to_a_title) {
    BOOST_TEST(is_trail_to("Home / Blog / Fire merger", "Fire Merger"));
    BOOST_TEST(!is_trail_to("Fire merger", "Fire merger"));
    BOOST_TEST(!is_trail_to("Home / Blog / Fire merger costs", "Fire merger"));
}

BOOST_AUTO_TEST_SUITE_END()
