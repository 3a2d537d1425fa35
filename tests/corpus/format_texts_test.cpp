// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/base64.h"
#include "corpus/formats/feed_text.h"
#include "corpus/formats/jats_text.h"
#include "corpus/formats/law/law_text.h"
#include "corpus/formats/wordpress_markup.h"
#include "corpus/html/json_ld.h"
#include "corpus/inline_text.h"
#include "corpus/phrases.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

praxis::schemas::XmlNode element(const std::string& xml) {
    return praxis::schemas::parse_xml(xml, "test.xml").value();
}

const Row shortcode_rows[] = {
    {"a[gallery ids=\"1,2\"]b", "ab", "with attributes"},
    {"a[gallery]b", "ab", "one that WordPress knows"},
    {"[box]a[/box]", "a", "one that is closed"},
    {"[caption id=\"x\"]<img/> The engine[/caption]", "<img/> The engine", "a caption"},
    {"[caption width=\"9\" caption=\"The engine\"]<img/>[/caption]",
     "The engine<img/>",
     "an old caption"},
    {"He wrote [sic] it", "He wrote [sic] it", "an editor's mark"},
    {"[and <a href=\"x\">this</a>]", "[and <a href=\"x\">this</a>]", "a remark with a link"},
    {"[1] [link] [", "[1] [link] [", "numbers, words and an open bracket"},
};

const Row paragraph_rows[] = {
    {"One.\n\nTwo.", "\n<p>One.\n<p>Two.", "a blank line"},
    {"One\ntwo.", "\n<p>One<br>\ntwo.", "a line end"},
    {"<ul>\n<li>a</li>\n</ul>", "\n<ul>\n<li>a</li>\n</ul>", "line ends between blocks"},
    {"<pre>a\n\nb</pre>", "\n<pre>a\n\nb</pre>", "preformatted text"},
    {"<!-- wp:p --><p>a\nb</p>", "<!-- wp:p --><p>a\nb</p>", "the block editor's"},
};

const Row inline_rows[] = {
    {"a  b\tc", "a b c", "blanks"},
    {"a\u00ADb\u200Bc\uFEFF", "abc", "invisible characters"},
    {"a\u00A0b", "a b", "a blank that does not break"},
};

const Row jats_rows[] = {
    {"<p>old [<xref ref-type='bibr'>1</xref>]. New</p>", "old. New", "a number in brackets"},
    {"<p>old <xref ref-type='bibr'>[1]</xref>\u2013<xref ref-type='bibr'>[3]</xref>, yes</p>",
     "old, yes",
     "a range"},
    {"<p>see <xref ref-type='fig'>Fig 1</xref> (A)</p>", "see Fig 1 (A)", "a figure"},
    {"<p>E[x] = 2</p>", "E[x] = 2", "brackets of the text"},
    {"<p>CO<sub>2</sub></p>", "CO2", "an index"},
};

const Row person_rows[] = {
    {"<author>ana@x.org (Ana Ruiz)</author>", "Ana Ruiz", "an address and a name"},
    {"<author>Ana Ruiz &lt;ana@x.org></author>", "Ana Ruiz", "a name and an address"},
    {"<author>ana@x.org</author>", "", "an address alone"},
    {"<author><name>Ana Ruiz</name><email>ana@x.org</email></author>", "Ana Ruiz", "of Atom"},
    {"<author>Ana Ruiz (editor)</author>", "Ana Ruiz (editor)", "no address"},
};

const Row title_case_rows[] = {
    {"DEPARTMENT OF RIVERS AND LAKES", "Department of Rivers and Lakes", "all capitals"},
    {"Fish Office", "Fish Office", "as written"},
    {"FCC\u2019s", "FCC\u2019s", "an acronym in a word"},
};

const Row base64_rows[] = {
    {"PHA+", "<p>", "padded"},
    {"YQ", "a", "without padding"},
    {"Y Q\n==", "a", "with blanks"},
    {"Y*", "none", "another character"},
};

const Row json_ld_rows[] = {
    {R"({"@type": "WebSite", "name": "x"})", "", "a site"},
    {R"({"@type": "Article", "headline": "A", "author": {"@type": "Person", "@id": "#a"}})",
     "ld.headline=A;ld.type=Article;",
     "a reference that leads nowhere"},
    {R"({"@type": "Article", "author": {"@id": "#a"}, "@id": "#a"})",
     "ld.type=Article;",
     "a circle"},
    {R"([{"@type": "WebPage", "name": "P"}, {"@type": "Report", "name": "R"}])",
     "ld.name=R;ld.type=Report;",
     "the more telling of two"},
    {"<!-- {\"@type\": \"Report\", \"name\": \"R\"} -->", "ld.name=R;ld.type=Report;", "wrapped"},
    {"{\"@type\": ", "", "broken"},
};

std::string flat(const std::vector<KeyValue>& values) {
    std::string text;
    for (const KeyValue& value : values)
        text += value.key + "=" + value.value + ";";
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(format_texts_suite)

BOOST_DATA_TEST_CASE(removes_shortcodes, shortcode_rows) {
    BOOST_TEST(without_shortcodes(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(makes_paragraphs_as_wordpress_does, paragraph_rows) {
    BOOST_TEST(wordpress_markup(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(collects_inline_text, inline_rows) {
    InlineText text;
    text.add(sample.input);
    BOOST_TEST(text.take() == sample.expected);
}

BOOST_DATA_TEST_CASE(leaves_out_citation_numbers, jats_rows) {
    BOOST_TEST(jats_text(element(sample.input)) == sample.expected);
}

BOOST_DATA_TEST_CASE(takes_no_address_for_a_name, person_rows) {
    BOOST_TEST(feed_person(element(sample.input)) == sample.expected);
}

BOOST_DATA_TEST_CASE(lowers_capitals, title_case_rows) {
    BOOST_TEST(in_title_case(sample.input) == sample.expected);
}

BOOST_DATA_TEST_CASE(decodes_base64, base64_rows) {
    BOOST_TEST(decode_base64(sample.input).value_or("none") == sample.expected);
}

BOOST_DATA_TEST_CASE(takes_the_publication_of_json_ld, json_ld_rows) {
    BOOST_TEST(flat(json_ld_values(sample.input, 1)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(json_ld_is_bounded) {
    const std::string deep = std::string(5000, '[') + std::string(5000, ']');
    BOOST_TEST(json_ld_values(deep, 1).empty());
    std::string wide = R"([{"@type": "Article", "about": [)";
    for (int i = 0; i < 3000; ++i)
        wide += (i == 0 ? "" : ",") + std::string(R"({"@id": "#b"})");
    wide += R"(]}, {"@id": "#b", "mentions": [)";
    for (int i = 0; i < 3000; ++i)
        wide += (i == 0 ? "" : ",") + std::string(R"("m")");
    BOOST_TEST(json_ld_values(wide + "]}]", 1).size() <= 20'001U);
}

BOOST_AUTO_TEST_CASE(finds_whole_phrases_in_a_list) {
    BOOST_TEST(is_listed("b c", "a|b c|d"));
    BOOST_TEST(!is_listed("b", "a|b c|d"));
    BOOST_TEST(!is_listed("", "a||b"));
    std::string_view text = "Posted by: Ana";
    BOOST_TEST(cut_front(text, "posted|posted by|by"));
    BOOST_TEST(text == "by: Ana");
}

BOOST_AUTO_TEST_SUITE_END()
