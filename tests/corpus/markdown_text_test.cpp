// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "corpus/formats/markdown_text.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <ostream>
#include <set>

using namespace praxis;
using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string expected; // "[level heading #anchor]" and text, passages separated by blanks
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

std::string shown(const std::vector<schemas::Passage>& passages) {
    std::string text;
    for (const schemas::Passage& passage : passages) {
        if (!passage.heading.empty())
            text += fmt::format("[{} {} #{}]", passage.level, passage.heading, passage.anchor);
        text += passage.text + "/";
    }
    return text;
}

const Row rows[] = {
    {"One\ntwo.\n\nThree.", "One two.\nThree./", "lines of a paragraph are joined"},
    {"One  \ntwo", "One\ntwo/", "a hard line end stays"},
    {"# A & B\nText\n\n## Its *aims*\nMore",
     "[1 A & B #a--b]Text/[2 Its aims #its-aims]More/",
     "headings begin passages"},
    {"## Results\n## Results\n## results",
     "[2 Results #results]/[2 Results #results-1]/"
     "[2 results #results-2]/",
     "anchors are unique"},
    {"## Aims {#goals}\nText", "[2 Aims #goals]Text/", "an anchor of its own"},
    {"## Aims {#goals}![A map](a.png)", "[2 Aims A map #goals]/", "an anchor before an image"},
    {"## It {is} so", "[2 It {is} so #it-is-so]/", "other braces stay"},
    {"see [the plan](http://a.b \"T\") now", "see the plan now/", "the text of a link"},
    {"![A map](a.png)\n\n[![Logo](l.png)](/)", "A map\nLogo/", "the description of an image"},
    {"a `code` b\n\n```\nx = 1\n  y\n```", "a code b\nx = 1\n  y/", "code"},
    {"- one\n- two\n  - three\n\n1. four", "one\ntwo\nthree\nfour/", "lists"},
    {"  1. one\n\n    more of *one*\n\n  2. two", "one\nmore of one\ntwo/", "an item that goes on"},
    {"1. one\n\n        x = 1;\n", "one\n x = 1;/", "code in a list"},
    {"- [ ] open\n- [x] done", "open\ndone/", "task lists"},
    {"| A | B |\n|---|---|\n| 1 | 2 |\n| | 3 |", "A | B\n1 | 2\n3/", "tables"},
    {"~~old~~ **new** _x_", "old new x/", "emphasis"},
    {"Fact.[^1]\n\n[^1]: Source.", "Fact.\nSource./", "footnotes"},
    {"> Quoted\n> text", "Quoted text/", "quotations"},
    {"a<br>b <!-- c --> <b>d</b> <img alt=\"e\"/>", "a\nb d e/", "HTML in a line"},
    {"a <script>var x;</script> b", "a b/", "scripts in a line"},
    {"<div class=\"x\">\n\nText\n\n</div>", "Text/", "HTML around Markdown"},
    {"<h3 id=\"aims\">Aims</h3>\n<p>One</p>\n\nTwo", "[3 Aims #aims]One\nTwo/", "HTML headings"},
    {"<ul>\n  <li>a</li>\n\n    <li>b</li>\n</ul>", "a\nb/", "indented HTML"},
    {"<div>\nsee [it](a.md) **now**\n</div>", "see it now/", "Markdown inside HTML"},
    {"<div class=\"a\">\n#### Ada\nChair\n</div>", "[4 Ada #ada]Chair/", "a heading inside HTML"},
    {"<!-- left\nout -->\n\nText", "Text/", "comments"},
    {"&amp; &#8217; &nbsp;x", "& ’ x/", "entities"},
    {"{{< note >}}\nText\n{{< /note >}}", "Text/", "template tags"},
    {"---\n\nText", "Text/", "a rule"},
    {"", "", "nothing"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(markdown_text_suite)

BOOST_DATA_TEST_CASE(reads_what_a_page_would_show, rows) {
    BOOST_TEST(shown(read_markdown(sample.input)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(bears_depth) {
    for (const char* piece : {"> ", "- ", "[", "**", "<div>", "* a\n  ", "![", "`", "<!--"}) {
        std::string text;
        for (int i = 0; i < 20'000; ++i)
            text += piece;
        read_markdown(text + "x");
    }
}

BOOST_AUTO_TEST_CASE(reads_a_text_of_unusual_length_in_pieces) {
    std::string text = "# A\n\n";
    for (int i = 0; i < 200'000; ++i)
        text += "Some words.\n\n";
    const auto passages = read_markdown(text + "# A\n\nThe end.");
    BOOST_REQUIRE(passages.size() == 2U);
    BOOST_TEST(passages[0].text.size() == 200'000U * 12 - 1);
    BOOST_TEST(passages[1].anchor == "a-1");
    BOOST_TEST(is_valid_utf8(read_markdown("a" + std::string(3'000'000, '[')).at(0).text));
}

BOOST_AUTO_TEST_CASE(gives_valid_text_with_unique_anchors_for_any_input) {
    rc::check([](const std::vector<unsigned char>& choices) {
        static const std::vector<std::string> pieces = {
            "# ", "a",   "\n", "\n\n", "<h2>", "</h2>", "{#x}", "é", "[",  "](", ")",
            "|",  "---", "`",  "> ",   "- ",   "<p>",   "\xFF", "&", "{{", "}}"};
        std::string text;
        for (const unsigned char choice : choices)
            text += pieces[choice % pieces.size()];
        std::set<std::string> anchors;
        for (const schemas::Passage& passage : read_markdown(text)) {
            RC_ASSERT(is_valid_utf8(passage.text) && is_valid_utf8(passage.heading));
            RC_ASSERT(passage.heading.empty() == passage.anchor.empty());
            RC_ASSERT(passage.anchor.empty() || anchors.insert(passage.anchor).second);
            RC_ASSERT(!passage.heading.empty() || !passage.text.empty());
        }
    });
}

BOOST_AUTO_TEST_SUITE_END()
