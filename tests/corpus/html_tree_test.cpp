// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html_tree.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>
#include <string>

using namespace praxis::corpus;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

struct TextRow {
    std::string html;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const TextRow& row) {
    return out << row.why;
}

const TextRow text_rows[] = {
    {"<p>a &amp; b &#8217; &eacute;</p>", "a & b \u2019 \u00E9", "entities"},
    {"<meta charset=iso-8859-1><p>caf\u00E9", "caf\u00E9", "what the page says of its bytes"},
    {"a < b and AT&T", "a < b and AT&T", "stray marks"},
    {"a<script>b</script><style>c</style><template>d</template>", "a", "unread elements"},
    {"a<br>b", "a b", "a line break is a blank"},
    {"plain", "plain", "no tag"},
    {"", "", "nothing"},
    {"<", "<", "the beginning of a tag"},
    {"<!-- a -->", "", "a comment alone"},
    {"<p>a<p>b<wbr>c", "abc", "unclosed elements"},
};

struct RefusedRow {
    std::string html;
    std::string reason;
};

std::ostream& operator<<(std::ostream& out, const RefusedRow& row) {
    return out << row.reason;
}

const RefusedRow refused_rows[] = {
    {"<p" + repeated(" a", 1001) + ">", "attributes"},
    {"<!-- <i x=\" --><p" + repeated(" a", 1001) + ">", "attributes"},
    {repeated("<i x='<i y=\"", 50'000), "attributes"},
    {repeated("<div>", 20'001), "deep"},
    {repeated("<i>", 15'000) + repeated("</b>", 100'000), "tangled"},
    {repeated("<i>a", 1'000'001), "tags"},
    {repeated("<a/<b", 100'000), "no end"},
    {std::string(17 * 1024 * 1024, 'a'), "16 MB"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(html_tree_suite)

BOOST_DATA_TEST_CASE(reads_the_text, text_rows) {
    const auto tree = parse_html(sample.html);
    BOOST_TEST_REQUIRE(tree.has_value());
    BOOST_TEST(text_below(*tree, 0) == sample.expected);
}

BOOST_DATA_TEST_CASE(refuses_what_would_exhaust_the_parser, refused_rows) {
    const auto tree = parse_html(sample.html);
    BOOST_TEST_REQUIRE(!tree.has_value());
    BOOST_TEST(tree.error().message().find(sample.reason) != std::string::npos,
               tree.error().message());
}

BOOST_AUTO_TEST_CASE(keeps_text_below_many_levels) {
    const auto tree = parse_html(repeated("<div>", 15'000) + "deep");
    BOOST_TEST_REQUIRE(tree.has_value());
    BOOST_TEST(text_below(*tree, 0) == "deep");
}

BOOST_AUTO_TEST_CASE(bears_a_thousand_attributes_and_long_values) {
    const auto tree =
        parse_html("<p" + repeated(" a", 999) + " title='" + repeated("x y ", 5000) + "'>text</p>");
    BOOST_TEST_REQUIRE(tree.has_value());
    BOOST_TEST(text_below(*tree, 0) == "text");
}

BOOST_AUTO_TEST_CASE(knows_attributes_and_lines) {
    const auto tree = parse_html("<html><body>\n<p ID=x title='a &lt; b' hidden>text");
    BOOST_TEST_REQUIRE(tree.has_value());
    const auto& nodes = tree->nodes;
    const auto p = std::find_if(nodes.begin(), nodes.end(), [](auto& n) { return n.tag == "p"; });
    BOOST_TEST_REQUIRE((p != nodes.end()));
    BOOST_TEST(p->attribute("id") == "x");
    BOOST_TEST(p->attribute("title") == "a < b");
    BOOST_TEST(p->has_attribute("hidden"));
    BOOST_TEST(!p->has_attribute("class"));
    BOOST_TEST(p->line == 2);
}

BOOST_AUTO_TEST_CASE(any_text_gives_a_tree_in_document_order) {
    const auto pieces = rc::gen::elementOf(std::vector<std::string>{"<p>",
                                                                    "</p>",
                                                                    "<b x='",
                                                                    "'>",
                                                                    "<table><tr><td>",
                                                                    "</table>",
                                                                    "<!--",
                                                                    "-->",
                                                                    "a",
                                                                    " ",
                                                                    "<script>",
                                                                    "</script>",
                                                                    "&amp;",
                                                                    "&#x;",
                                                                    "<html lang=a>",
                                                                    "</body>",
                                                                    "<",
                                                                    ">",
                                                                    "\u00E9"});
    BOOST_TEST(rc::check([&] {
        std::string html;
        for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(pieces))
            html += piece;
        const auto tree = parse_html(html);
        RC_ASSERT(tree.has_value());
        const auto& nodes = tree->nodes;
        RC_ASSERT(nodes[0].end == nodes.size());
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            RC_ASSERT(nodes[i].parent < i);
            RC_ASSERT(nodes[i].end > i);
            RC_ASSERT(nodes[i].end <= nodes[nodes[i].parent].end);
        }
    }));
}

BOOST_AUTO_TEST_SUITE_END()
