// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <filesystem>
#include <ostream>

using namespace praxis;
using namespace praxis::schemas;

namespace {

constexpr std::string_view grammar = R"(
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:garden"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><ref name="garden"/></start>
  <define name="garden">
    <element name="garden">
      <attribute name="name"><ref name="slug"/></attribute>
      <zeroOrMore><ref name="bed"/></zeroOrMore>
      <optional><element name="note"><text/></element></optional>
    </element>
  </define>
  <define name="slug">
    <a:documentation xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0">
      small letters
    </a:documentation>
    <data type="string"><param name="pattern">[a-z]+</param></data>
  </define>
  <define name="bed">
    <element name="bed">
      <optional><attribute name="weight"><data type="decimal"/></attribute></optional>
      <optional><attribute name="wet"><data type="boolean"/></attribute></optional>
      <optional>
        <attribute name="shape"><choice><value>round</value><value>long</value></choice></attribute>
      </optional>
      <zeroOrMore><choice><ref name="bed"/><element name="plant"><text/></element></choice></zeroOrMore>
    </element>
  </define>
</grammar>)";

struct Row {
    std::string xml;
    std::string expected; // one line for each violation
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

std::string garden(std::string_view inside) {
    return "<garden xmlns='urn:garden' name='g'>\n" + std::string(inside) + "</garden>";
}

const Row rows[] = {
    {garden(""), "", "nothing in it"},
    {garden("<bed weight='0.5' wet='true' shape='long'><plant>x</plant><bed/></bed><note>y</note>"),
     "",
     "everything in it"},
    {"<garden name='g'/>",
     "g.xml:1:1: <garden> must have xmlns=\"urn:garden\", but its namespace is \"\"\n",
     "no namespace"},
    {"<graden xmlns='urn:garden'/>",
     "g.xml:1:1: the document begins with <graden>, but <garden> is expected\n",
     "another root"},
    {"<garden xmlns='urn:garden'/>",
     "g.xml:1:1: <garden> needs the attribute \"name\"\n",
     "an attribute is missing"},
    {garden("<bed>\n <plnat>x</plnat></bed>"),
     "g.xml:3:2: <plnat> does not belong in <bed>; did you mean <plant>?\n",
     "a misspelt element"},
    {garden("<shed/>"),
     "g.xml:2:1: <shed> does not belong in <garden>; did you mean <bed>?\n",
     "a far-fetched element"},
    {garden("<greenhouse/>"),
     "g.xml:2:1: <greenhouse> does not belong in <garden>; it may hold <bed>, <note>\n",
     "an element that is like no other"},
    {garden("<plant>x</plant>"),
     "g.xml:2:1: <plant> does not belong in <garden>; move it into <bed>\n",
     "an element at the wrong place"},
    {garden("<bed><plant><bed/></plant></bed>"),
     "g.xml:2:13: <bed> does not belong in <plant>; move it into <bed>, <garden>\n",
     "an element where only text belongs"},
    {garden("<bed wieght='2'/>\n  <bed colour='red'/><bed><plant colour='red'/></bed>"),
     "g.xml:2:1: <bed> has no attribute \"wieght\"; did you mean \"weight\"?\n"
     "g.xml:3:3: <bed> has no attribute \"colour\"; it may have shape, weight, wet\n"
     "g.xml:3:27: <plant> has no attribute \"colour\"; remove it\n",
     "unknown attributes"},
    {garden("<bed weight='heavy'/><bed wet='perhaps'/><bed shape='square'/>"),
     "g.xml:2:1: weight=\"heavy\" must be a number such as 2 or 0.5\n"
     "g.xml:2:22: wet=\"perhaps\" must be true or false\n"
     "g.xml:2:42: shape=\"square\" must be one of: round, long\n",
     "values of another type"},
    {"<garden xmlns='urn:garden' name='Eden'/>",
     "g.xml:1:1: name=\"Eden\" must be small letters\n",
     "a value that does not fit the pattern, in the grammar's words"},
    {garden("<bed>stones</bed>"),
     "g.xml:2:1: <bed> may not hold text, but it has \"stones\"\n",
     "text where none belongs"},
    {garden("<note>x</note><note>y</note>"),
     "g.xml:2:15: Did not expect element note there\n",
     "what only the validator knows"},
    {garden("<bed>"),
     "g.xml:2:15: this is not well-formed XML: Opening and ending tag mismatch: bed line 2 and "
     "garden\n",
     "not well-formed"},
};

std::string violations(const XmlGrammar& rules, std::string_view xml) {
    std::string lines;
    for (const Error& error : rules.validate(xml, "g.xml"))
        lines += error.what() + std::string("\n");
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(xml_grammar_suite)

BOOST_DATA_TEST_CASE(says_what_is_wrong_and_what_to_do, rows) {
    const auto rules = XmlGrammar::parse(grammar, "garden.rng");
    BOOST_REQUIRE(rules.has_value());
    BOOST_TEST(violations(*rules, sample.xml) == sample.expected);
}

BOOST_AUTO_TEST_CASE(finds_a_hundred_mistakes_at_most) {
    const auto rules = XmlGrammar::parse(grammar, "garden.rng");
    BOOST_REQUIRE(rules.has_value());
    std::string beds;
    for (int i = 0; i < 1000; ++i)
        beds += "<bad/>";
    BOOST_TEST(rules->validate(garden(beds), "g.xml").size() == 100U);
}

BOOST_AUTO_TEST_CASE(refuses_elements_that_hold_too_much) {
    const auto rules = XmlGrammar::parse(grammar, "garden.rng");
    BOOST_REQUIRE(rules.has_value());
    std::string beds;
    for (int i = 0; i < 10'001; ++i)
        beds += "<bed/>";
    BOOST_TEST(violations(*rules, garden("<bed>" + beds + "</bed>")) ==
               "g.xml:2:1: <bed> holds more than 10,000 elements and texts; split it\n");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_grammar) {
    const auto no_grammar = XmlGrammar::parse("<grammar/>", "a.rng");
    BOOST_REQUIRE(!no_grammar.has_value());
    BOOST_TEST((no_grammar.error().kind() == ErrorKind::InvalidInput));
    BOOST_TEST(!XmlGrammar::parse("<grammar", "a.rng").has_value());
}

BOOST_AUTO_TEST_CASE(compiles_every_grammar_of_the_program) {
    const auto folder = std::filesystem::path(PRAXIS_SOURCE_DIR) / "schemas";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".rng") {
            const auto rules =
                XmlGrammar::parse(tests::file_text(entry.path()), entry.path().string());
            BOOST_TEST(rules.has_value(), (rules ? "" : rules.error().what()));
        }
}

BOOST_AUTO_TEST_SUITE_END()
