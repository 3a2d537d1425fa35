// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/furniture_lines.h"
#include "corpus/html/given_names.h"
#include "corpus/html_text.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct LineRow {
    std::string line;
    bool is_furniture;
};

std::ostream& operator<<(std::ostream& out, const LineRow& row) {
    return out << row.line;
}

const LineRow line_rows[] = {
    {"One moment...", true},
    {"One moment\u2026", true},
    {"Clickability tracking pixel", true},
    {"Posted by", true},
    {"www.proxy.example  \u00BB  [go: up one dir, main page]", true},
    {"On a scale of 1-5, what do you think of our new website?*", true},
    {"Skip to main content", true},
    {"Was this helpful?", true},
    {"Was this article helpful? Yes No", true},
    {"Broken link? Tell us.", true},
    {"Subscribe", true},
    {"Read more \u00BB", true},
    // text
    {"One moment changed the town.", false},
    {"Posted by Ana Ruiz", false},
    {"Share this burden among three towns", false},
    {"Was this helpful to the towns? In part.", false},
    {"Read more in the report of the clerks.", false},
    {"", false},
    {"* * *", false},
};

struct PairRow {
    std::string input;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const PairRow& row) {
    return out << row.why;
}

const PairRow plain_rows[] = {
    {"Parks &amp; <em>trees</em>", "Parks & trees", "inline"},
    {"<p>One.</p><p>Two.</p>", "One. Two.", "paragraphs"},
    {"no markup", "no markup", "none"},
    {"a &lt;b&gt; c", "a <b> c", "marks that are meant"},
    {"x<script>y</script>", "x", "scripts"},
    {"", "", "nothing"},
};

struct NameRow {
    std::string html_class;
    std::string word;
    bool holds;
};

std::ostream& operator<<(std::ostream& out, const NameRow& row) {
    return out << row.html_class << " / " << row.word;
}

const NameRow name_rows[] = {
    {"related", "related", true},
    {"entry-related-posts", "related", true},
    {"relatedPosts", "related", true},
    {"related_posts", "related-posts", true},
    {"b RELATED", "related", true},
    {"unrelated", "related", false},
    {"share-value", "share-bar", false},
    {"", "related", false},
};

const std::string repeated_pieces[] = {
    "<h2>Summary</h2>",
    "<h2>Feedback</h2><p>x",
    "<a href=x><h2>x</h2></a>",
    "<p>By Ana Ruiz</p>",
    "word / | - : ",
    "<ul><li>a<li>b</ul>",
    "<table><tr><td>",
    "<tr><td>a<td>b",
    "<p><b>Head</b></p>",
    "<div class=share>",
    "<div class='related-posts share entry author'>x</div>",
    "<span class=a>x</span><span class=b>Y</span>",
    "<sup><a href='#1'>1</a></sup>",
    "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"x\"}</script>",
    "<br><br>",
    "a\n\nb",
    "<pre>a\n",
    "<time>May 3</time><a rel=tag>x</a>",
};

} // namespace

BOOST_AUTO_TEST_SUITE(html_text_suite)

BOOST_DATA_TEST_CASE(tells_lines_of_the_website, line_rows) {
    BOOST_TEST(is_furniture_line(sample.line) == sample.is_furniture);
}

BOOST_DATA_TEST_CASE(makes_plain_text, plain_rows) {
    BOOST_TEST(html_to_plain_text(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_words_in_given_names, name_rows) {
    HtmlNode node;
    node.tag = "div";
    node.attributes = {{"class", sample.html_class}};
    BOOST_TEST(NameTable(sample.word).matches(given_names(node)) == sample.holds);
}

BOOST_AUTO_TEST_CASE(a_fragment_loses_nothing_that_is_read) {
    const auto html =
        read_html("<nav>Menu</nav><footer>End</footer><script>x</script><p hidden>y</p>",
                  HtmlExtent::Fragment);
    BOOST_TEST_REQUIRE(html.has_value());
    BOOST_TEST_REQUIRE(html->passages.size() == 1U);
    BOOST_TEST(html->passages[0].text == "Menu\nEnd");
}

BOOST_AUTO_TEST_CASE(what_holds_half_of_the_page_is_text_whatever_it_is_called) {
    const auto html = read_html("<body><div class='newsletter-signup sidebar'><p>The newsletter of "
                                "the league, with all that happened in May.</p></div><p>End</p>",
                                HtmlExtent::Page);
    BOOST_TEST_REQUIRE(html.has_value());
    BOOST_TEST_REQUIRE(html->passages.size() == 1U);
    BOOST_TEST(html->passages[0].text.starts_with("The newsletter"));
}

// What takes quadratic time would not end here.
BOOST_DATA_TEST_CASE(reads_pages_of_one_piece_repeated, repeated_pieces) {
    std::string html;
    while (html.size() < 400'000)
        html += sample;
    const auto text = read_html(html, HtmlExtent::Page);
    BOOST_TEST((text.has_value() || !text.error().message().empty()));
}

BOOST_AUTO_TEST_SUITE_END()
