// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "tests/support/temp_dir.h"

#include <functional>

using namespace praxis;
using namespace praxis::schemas;
using praxis::tests::TempDir;

namespace {

// "depth:name " for every element that is entered; elements called `whole` are read at once and
// shown as "[name: their text]".
std::string walk(XmlReader& reader, std::string_view whole) {
    std::string trace;
    while (const auto element = reader.next_element()) {
        if (element->name != whole) {
            trace += fmt::format("{}:{} ", element->depth, element->name);
        } else {
            const auto subtree = reader.read_subtree();
            trace += subtree ? fmt::format("[{}: {}] ", subtree->name, subtree->all_text())
                             : fmt::format("[{}] ", subtree.error().what());
        }
    }
    return trace;
}

void check_walk(std::string_view xml,
                std::string_view whole,
                std::string_view expected,
                std::string_view expected_error) {
    const TempDir folder;
    auto reader = XmlReader::open(folder.write("a.xml", xml), "shown.xml");
    BOOST_REQUIRE(reader.has_value());
    BOOST_TEST(walk(*reader, whole) == expected);
    BOOST_TEST((reader->error() ? reader->error()->what() : "") == expected_error);
}

} // namespace

BOOST_AUTO_TEST_SUITE(xml_reader_suite)

BOOST_AUTO_TEST_CASE(enters_every_element_and_reads_the_chosen_ones_whole) {
    check_walk("<rss>\n<channel><title>T</title><item><a>1</a>x</item><item/>z</channel><e/></rss>",
               "item",
               "0:rss 1:channel 2:title [item: 1x] [item: ] 1:e ",
               "");
}

BOOST_AUTO_TEST_CASE(reads_the_whole_document_as_one_subtree) {
    check_walk("<a><b>x</b></a>", "a", "[a: x] ", "");
}

BOOST_AUTO_TEST_CASE(keeps_what_stands_in_front_of_an_error) {
    check_walk(
        "<a>\n<b>x</b>\n<c></d></a>",
        "b",
        "0:a [b: x] 1:c ",
        "shown.xml:3:8: this is not well-formed XML: Opening and ending tag mismatch: c line "
        "3 and d");
}

BOOST_AUTO_TEST_CASE(says_where_a_subtree_is_cut) {
    const std::string_view error = "shown.xml:2:5: this is not well-formed XML: the document ends "
                                   "inside an element; is the file cut?";
    check_walk("<a>\n<b>x", "b", fmt::format("0:a [{}] ", error), error);
}

BOOST_AUTO_TEST_CASE(says_what_is_no_xml) {
    check_walk("", "b", "", "shown.xml:1:1: this is not well-formed XML: it is empty");
}

BOOST_AUTO_TEST_CASE(goes_on_behind_an_element_that_is_too_large) {
    std::string xml = "<a>\n<b>";
    for (int i = 0; i < 17'000; ++i)
        xml += std::string(1000, 'x') + "<!-- -->";
    xml += "</b><b>small</b></a>";
    check_walk(xml,
               "b",
               "0:a [shown.xml:2:1: this element is too large: at most 16 MB and 1,000,000 "
               "elements and texts; split it] [b: small] ",
               "");
}

BOOST_AUTO_TEST_CASE(reads_more_elements_than_fit_a_tree) {
    std::string xml = "<a>";
    for (int i = 0; i < 600'000; ++i)
        xml += "<b>x</b>";
    const TempDir folder;
    auto reader = XmlReader::open(folder.write("a.xml", xml + "</a>"), "shown.xml");
    BOOST_REQUIRE(reader.has_value());
    std::size_t count = 0;
    while (reader->next_element())
        ++count;
    BOOST_TEST(count == 600'001U);
    BOOST_TEST(!reader->error().has_value());
}

BOOST_AUTO_TEST_CASE(says_which_file_is_missing) {
    const auto reader = XmlReader::open("/nowhere/a.xml", "a.xml");
    BOOST_REQUIRE(!reader.has_value());
    BOOST_TEST((reader.error().kind() == ErrorKind::NotFound));
    BOOST_TEST(reader.error().message().find("/nowhere/a.xml") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(says_that_a_folder_is_no_file) {
    const TempDir folder;
    auto reader = XmlReader::open(folder.path(), "folder");
    if (reader) {
        BOOST_TEST(!reader->next_element().has_value());
        BOOST_TEST(reader->error().has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
