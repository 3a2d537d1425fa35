// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <ostream>

using namespace praxis;
using namespace praxis::schemas;
using namespace std::string_literals;

namespace {

// The tree in brackets: "a@href=x(b(text)c)".
std::string printed(const XmlNode& node) {
    if (node.is_text())
        return node.text;
    std::string text = node.name;
    for (const auto& [key, value] : node.attributes)
        text += "@" + key + "=" + value;
    text += "(";
    for (const XmlNode& child : node.children)
        text += printed(child);
    return text + ")";
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string numbered(std::string_view pattern, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += fmt::format(fmt::runtime(pattern), i);
    return text;
}

std::string utf16(std::string_view ascii, bool little_endian) {
    std::string text = little_endian ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : ascii)
        text += little_endian ? std::string{c, '\0'} : std::string{'\0', c};
    return text;
}

struct TreeRow {
    std::string xml;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const TreeRow& row) {
    return out << row.why;
}

const TreeRow tree_rows[] = {
    {"<a/>", "a()", "an empty element"},
    {"<a b='1' c=\"2\">x<d/>y</a>", "a@b=1@c=2(xd()y)", "mixed content keeps its order"},
    {"<a>x<!-- no -->y<?no no?>z</a>", "a(xyz)", "comments and instructions vanish"},
    {"<a>x<![CDATA[<&>]]>y</a>", "a(x<&>y)", "CDATA joins the text around it"},
    {"<a b='&amp;&lt;&#38;&#65;'>&amp;&lt;&#38;&#65;</a>", "a@b=&<&A(&<&A)", "escapes"},
    {"<p:a xmlns:p='urn:p' p:b='1'/>", "a@p:b=1()", "the local name, and attributes with prefix"},
    {"<a xmlns:l='http://www.w3.org/1999/xlink' l:href='x' xml:lang='en'/>",
     "a@xlink:href=x@xml:lang=en()",
     "XLink has one prefix whatever the document calls it"},
    {"<a>1\r\n2\r3\n</a>", "a(1\n2\n3\n)", "one kind of line end"},
    {"<a>\xF0\x9F\xBF\xBE</a>", "a(\uFFFD)", "what the index cannot bear"},
    // entities
    {"<a b='x&nbsp;y'>x&nbsp;y&mdash;</a>", "a@b=x\u00A0y(x\u00A0y\u2014)", "HTML's are known"},
    {"<!DOCTYPE a SYSTEM 'no-such.dtd'><a b='&foo;'>&foo;&nbsp;</a>",
     "a@b=&foo;(&foo;\u00A0)",
     "under an external DTD unknown ones are kept as written"},
    {"<!DOCTYPE a PUBLIC '-//NLM//DTD' 'file:///etc/passwd'><a>x</a>",
     "a(x)",
     "an external DTD is not loaded"},
    {"<!DOCTYPE a [<!ELEMENT a ANY><!-- ' --><?pi x?>]><a>x</a>", "a(x)", "a harmless subset"},
    {"<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a c='1'/>", "a@c=1()", "no default attributes"},
    // encodings
    {"\xEF\xBB\xBF<a>\u00E9</a>", "a(\u00E9)", "UTF-8 with a byte-order mark"},
    {utf16("<a b='1'>x</a>", true), "a@b=1(x)", "UTF-16, little end first"},
    {utf16("<?xml version='1.0' encoding='UTF-16'?><a>x</a>", false),
     "a(x)",
     "UTF-16, big end first, declared"},
    {utf16("<a/>", true).substr(2), "a()", "UTF-16 without a mark"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xE9'>\xE9\x93</a>",
     "a@b=\u00E9(\u00E9\u201C)",
     "ISO-8859-1, read as windows-1252"},
    {"<?xml version='1.0' encoding='koi8-r'?><a>\xC1</a>", "a(\u0430)", "another single-byte one"},
    {"<?xml version='1.0' encoding='Shift_JIS'?><a>\x82\xA0</a>", "a(\u3042)", "a double-byte one"},
    {"\xEF\xBB\xBF<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00E9</a>",
     "a(\u00E9)",
     "the byte-order mark is stronger than the declaration"},
    // at the limits
    {repeated("<a>", 256) + repeated("</a>", 256),
     repeated("a(", 256) + repeated(")", 256),
     "256 levels"},
    {"<a><!--" + repeated("=", 5000) + "--><b c='" + repeated("=", 5000) + "'/></a>",
     "a(b@c=" + repeated("=", 5000) + "())",
     "equal signs that are no attributes"},
};

struct ErrorRow {
    std::string xml;
    int line;
    int column;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const ErrorRow& row) {
    return out << row.why;
}

const ErrorRow error_rows[] = {
    {"", 1, 1, "it is empty", "nothing at all"},
    {"just text", 1, 1, "not well-formed", "no XML"},
    {"<a>\n  <b>\n</a>", 3, 5, "not well-formed", "a tag that does not match"},
    {"<a>\n", 2, 1, "ends inside an element", "cut off"},
    {"<a>\n<b c=1/></a>", 2, 6, "not well-formed", "an attribute without quotes"},
    {"<a>&foo;</a>", 1, 9, "not well-formed", "an unknown entity without any DTD"},
    {"<a>\n\x01</a>", 2, 1, "not well-formed", "a control character"},
    {"<a>x\0y</a>"s, 1, 5, "not well-formed", "NUL"},
    {"<a/><b/>", 1, 5, "not well-formed", "two roots"},
    // entity declarations
    {"<!DOCTYPE a [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>",
     2,
     39,
     "declares the entity \"x\"",
     "XXE"},
    {"<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://a.invalid/p'> %p;]><a/>",
     1,
     54,
     "declares the entity \"p\"",
     "an external parameter entity"},
    {"<!DOCTYPE a [<!ENTITY x 'lol'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
     1,
     30,
     "declares the entity \"x\"",
     "a billion laughs"},
    {"<!DOCTYPE a [<!ENTITY nbsp '" + repeated("x", 60'000) + "'>]><a>" +
         repeated("&nbsp;", 20'000) + "</a>",
     1,
     60'030,
     "declares the entity \"nbsp\"",
     "quadratic blow-up"},
    {"<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM 'x.gif' NDATA n>]><a/>",
     1,
     71,
     "declares the entity \"x\"",
     "an unparsed entity"},
    {"<!DOCTYPE a [<!ATTLIST a " + numbered("b{} CDATA 'x' ", 900) + ">]><a/>",
     1,
     1431,
     "more than 100 default attributes",
     "default attributes multiply"},
    {"<!DOCTYPE a [\n<!ATTLIST a b (" + numbered("v{}|", 20'000) + "v) #IMPLIED>]><a/>",
     2,
     1,
     "longer than 64 KB",
     "choices take quadratic time"},
    // bounds
    {repeated("<a>", 257) + repeated("</a>", 257), 1, 769, "more than 256 deep", "257 levels"},
    {repeated("<a>", 1'000'000), 1, 769, "more than 256 deep", "a million levels"},
    {"<r>\n <a " + numbered(" a{}='x'", 1001) + "/></r>",
     2,
     2,
     "more than 1,000 attributes",
     "1,001 attributes"},
    {utf16("<r>\n <a " + numbered(" a{}='x'", 100'000) + "/></r>", false),
     2,
     2,
     "more than 1,000 attributes",
     "100,000 attributes in UTF-16"},
    {"<!DOCTYPE r [<!--'-->]><r><a" + numbered(" a{}='>'", 100'000) + "/></r>",
     1,
     27,
     "more than 1,000 attributes",
     "a quote in a comment hides nothing"},
    {repeated("<a xmlns:p='u' xmlns:q='u'>", 129) + repeated("</a>", 129),
     1,
     3457,
     "more than 256 namespaces",
     "namespaces in scope"},
    {"<a xmlns='" + repeated("u", 513) + "'/>", 1, 1, "longer than 512", "a huge namespace"},
    {"<a>\n<!--" + repeated("x", 11'000'000) + "--></a>", 2, 1, "longer than 10 MB", "a comment"},
    {repeated(" ", 16 * 1024 * 1024) + "<a/>", 0, 0, "too large", "more than 16 MB"},
    {"<a>" + repeated("<b/>", 600'000) + "</a>", 0, 0, "too large", "more than a million nodes"},
    // encodings
    {"<a>\n caf\xE9</a>", 2, 5, "0xE9", "Latin-1 that is called UTF-8"},
    {"<?xml version='1.0' encoding='UTF-16'?>\n<a/>", 1, 1, "utf-16", "UTF-8 called UTF-16"},
    {"<?xml version='1.0' encoding='klingon'?><a/>", 1, 1, "klingon", "an unknown encoding"},
    {"<?xml version='1.0' encoding='utf-8//IGNORE'?><a/>", 1, 1, "//ignore", "an iconv suffix"},
    {"<?xml version='1.0' encoding='us-ascii'?><a>\xC3\xA9</a>", 1, 45, "0xC3", "beyond ASCII"},
    {utf16("<a>\n", true) + "\x3D\xD8" + utf16("x</a>", true).substr(2),
     2,
     1,
     "utf-16le",
     "half of a surrogate pair"},
    {utf16("<a>x</a>", true) + "\n", 1, 9, "in the middle of a character", "half a character"},
    {"<a>\xC3", 1, 4, "0xC3", "half a character of UTF-8"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(xml_suite)

BOOST_DATA_TEST_CASE(parses_what_is_harmless, tree_rows) {
    const auto root = parse_xml(sample.xml, "a.xml");
    BOOST_TEST_REQUIRE(root.has_value(), (root ? "" : root.error().what()));
    BOOST_TEST(printed(*root) == sample.expected);
}

BOOST_DATA_TEST_CASE(refuses_the_rest_with_line_and_column, error_rows) {
    const auto root = parse_xml(sample.xml, "a.xml");
    BOOST_REQUIRE(!root.has_value());
    BOOST_TEST((root.error().kind() == ErrorKind::InvalidInput));
    BOOST_TEST(root.error().position().path == "a.xml");
    BOOST_TEST(root.error().position().line == sample.line);
    BOOST_TEST(root.error().position().column == sample.column);
    BOOST_TEST(root.error().message().find(sample.expected) != std::string::npos,
               root.error().message());
}

BOOST_AUTO_TEST_CASE(knows_where_each_element_begins) {
    const auto root = parse_xml("<?xml version='1.0'?>\n<!-- <no/> -->\n<a b='>\n'\n>\u00E9<b\n/>"
                                "<![CDATA[<no>]]><c/></a>",
                                "a.xml");
    BOOST_REQUIRE(root.has_value());
    const auto place = [](const XmlNode* node) {
        return fmt::format("{}:{}", node->line, node->column);
    };
    BOOST_TEST(place(&*root) == "3:1");
    BOOST_TEST(place(root->child("b")) == "5:3");
    BOOST_TEST(place(root->child("c")) == "6:19");
}

BOOST_AUTO_TEST_CASE(counts_lines_beyond_65535) {
    const auto root = parse_xml("<a>" + repeated("\n", 70'000) + " <b/></a>", "a.xml");
    BOOST_REQUIRE(root.has_value());
    BOOST_TEST(root->child("b")->line == 70'001);
    const auto broken = parse_xml("<a>" + repeated("\n", 70'000) + "<b></a>", "a.xml");
    BOOST_REQUIRE(!broken.has_value());
    BOOST_TEST(broken.error().position().line == 70'001);
}

BOOST_AUTO_TEST_CASE(remarks_on_what_it_passed_over) {
    std::vector<Error> remarks;
    BOOST_REQUIRE(parse_xml("<!DOCTYPE a SYSTEM 'a.dtd'>\n<a b='&one;'>\n&two;\n<x:b/></a>",
                            "a.xml",
                            &remarks)
                      .has_value());
    BOOST_TEST_REQUIRE(remarks.size() == 3U);
    BOOST_TEST(remarks[0].what() == "a.xml:2: the entity &one; is declared nowhere in this file; "
                                    "it is kept as written"s);
    BOOST_TEST(remarks[1].position().line == 3);
    BOOST_TEST(remarks[2].position().line == 4);
}

BOOST_AUTO_TEST_CASE(answers_the_questions_of_readers) {
    const auto root = parse_xml("<a><b c='1'>x<d>y</d></b>z<b/></a>", "a.xml");
    BOOST_REQUIRE(root.has_value());
    BOOST_TEST(root->all_text() == "xyz");
    BOOST_TEST(root->children_named("b").size() == 2U);
    BOOST_TEST(root->child("b")->attribute("c").value() == "1");
    BOOST_TEST(!root->child("b")->attribute("d").has_value());
    BOOST_TEST(root->child("d") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
