// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <ostream>

using namespace praxis;
using namespace praxis::schemas;

namespace {

struct Row {
    std::string inside; // of <library>, from line 2
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row rows[] = {
    // what the grammar sees
    {"<ranking pairs='no'/>",
     "library.xml:2:1: pairs=\"no\" must be one of: true, false",
     "a part of the ranking that is neither on nor off"},
    {"<ranking likenes='false'/>",
     "library.xml:2:1: <ranking> has no attribute \"likenes\"; did you mean \"likeness\"?",
     "a misspelt part of the ranking"},
    {"<stop-words more='county  state' except='state'/>",
     "library.xml:2:1: \"state\" is both left out and kept: remove it from \"more\" or from "
     "\"except\"",
     "a stop word that is none"},
    {"<fields>\n  <fild name='a' label='A' property='title'/></fields>",
     "library.xml:3:3: <fild> does not belong in <fields>; did you mean <field>?",
     "a misspelt element"},
    {"<field name='a' label='A' property='title'/>",
     "library.xml:2:1: <field> does not belong in <library>; move it into <fields>",
     "an element at the wrong place"},
    {"<fields><field name='a' lable='A' property='title'/></fields>",
     "library.xml:2:9: <field> needs the attribute \"label\"\n"
     "library.xml:2:9: <field> has no attribute \"lable\"; did you mean \"label\"?",
     "a misspelt attribute"},
    {"<fields><field name='a' label='A' property='title' weight='heavy'/></fields>",
     "library.xml:2:9: weight=\"heavy\" must be a number such as 2 or 0.5",
     "a weight that is no number"},
    {"<fields><field name='a' label='A' property='title' weight='-1'/></fields>",
     "library.xml:2:9: weight=\"-1\" must be a number of 0 or more",
     "a weight below nothing"},
    {"<fields><field name='a' label='A' property='title' weight='inf'/></fields>",
     "library.xml:2:9: weight=\"inf\" must be a number such as 2 or 0.5",
     "a weight without end"},
    {"<fields><field name='My field' label='A' property='title'/></fields>",
     "library.xml:2:9: name=\"My field\" must be small letters, digits, hyphens and underscores, a "
     "letter first",
     "a name with a blank"},
    {"<fields><field name='a' label='A' property='title' analyzer='names'/></fields>",
     "library.xml:2:9: analyzer=\"names\" must be one of: text, name",
     "an unknown analyzer"},
    {"<facets><facet name='a' label='A' property='kind' shape='tree'/></facets>",
     "library.xml:2:9: shape=\"tree\" must be one of: plain, hierarchical, range",
     "an unknown shape"},
    {"<facets><facet name='a' label='A' property='kind' listed='yes'/></facets>",
     "library.xml:2:9: listed=\"yes\" must be one of: true, false",
     "a flag that is none"},
    {"<keys><key property='title'/></keys>",
     "library.xml:2:7: <key> needs one of the attributes name, names",
     "a key without a name"},
    {"<keys>title</keys>",
     "library.xml:2:1: <keys> may not hold text, but it has \"title\"",
     "text where none belongs"},
    {"<keys><key name='a' property='title'></keys>",
     "library.xml:2:45: this is not well-formed XML: Opening and ending tag mismatch: key line 2 "
     "and keys",
     "a tag that is not closed"},
    // names
    {"<fields><field name='a' label='A' property='title'/>\n"
     "<field name='a' label='B' property='body'/></fields>",
     "library.xml:3:1: there is a field \"a\" already, on line 2; give this one another name or "
     "remove it",
     "a field twice"},
    {"<facets><facet name='a' label='A' property='kind'/>\n"
     "<facet name='a' label='B' property='topic'/></facets>",
     "library.xml:3:1: there is a facet \"a\" already, on line 2; give this one another name or "
     "remove it",
     "a facet twice"},
    {"<source name='a'/>\n<source name='a'/>",
     "library.xml:3:1: there is a source \"a\" already, on line 2; give this one another name or "
     "remove it",
     "a source twice"},
    {"<facets><facet name='sort' label='A' property='kind'/></facets>",
     "library.xml:2:9: a facet cannot be called \"sort\": that is a parameter of searches; give it "
     "another name",
     "a facet that is a parameter"},
    {"<keys><key names='tags tag tags' property='topic'/></keys>",
     "library.xml:2:7: the key \"tags\" feeds \"topic\" already, on line 2; remove it",
     "a key twice"},
    {"<keys><key name='dc.Title' property='title'/></keys>",
     "library.xml:2:7: keys are written in small letters: dc.Title",
     "a key with a capital"},
    // properties
    {"<fields><field name='a' label='A' property='titel'/></fields>",
     "library.xml:2:9: nothing feeds the property \"titel\" of this field; did you mean "
     "\"title\"?",
     "a misspelt property of a field"},
    {"<facets><facet name='a' label='A' property='population-band'/></facets>",
     "library.xml:2:9: nothing feeds the property \"population-band\" of this facet; add a <key> "
     "or a <default> for it",
     "a property that nobody feeds"},
    {"<facets><facet name='a' label='A' property='body'/></facets>",
     "library.xml:2:9: \"body\" cannot be a facet; use one of kind, topic, keyword, organization, "
     "place, audience, author, series, language, lens, licence, source, topic-by, year, expires, "
     "or a property of your own",
     "a text as a facet"},
    {"<fields><field name='a' label='A' property='year'/></fields>",
     "library.xml:2:9: \"year\" cannot be a field; use one of title, summary, heading, body, kind, "
     "topic, keyword, organization, place, audience, author, series, language, lens, licence, "
     "source, expires, or a property of your own",
     "a year as a field"},
    {"<keys><key name='a' property='sumary'/></keys>",
     "library.xml:2:7: no field or facet shows the property \"sumary\"; did you mean "
     "\"summary\"?",
     "a misspelt property of a key"},
    {"<keys><key name='a' property='colour'/></keys>",
     "library.xml:2:7: no field or facet shows the property \"colour\"; add one, or remove this",
     "a property that nobody shows"},
    {"<keys><key name='a' property='year'/></keys>",
     "library.xml:2:7: \"year\" cannot be fed by a key; remove it",
     "a property that is derived"},
    {"<source name='a'><default property='url' value='x'/></source>",
     "library.xml:2:18: \"url\" cannot be given by a default; remove it",
     "a default for what is unique"},
    {"<ignore property='title' value='x'/>",
     "library.xml:2:1: \"title\" has no values; use one of kind, topic, keyword, organization, "
     "place, audience, author, series, language, lens, licence, source, topic-by, year, expires, "
     "or a property of your own",
     "an ignored title"},
    {"<lookup property='autor' folder='a' key='b'/>",
     "library.xml:2:1: no field or facet shows the property \"autor\"; did you mean \"author\"?",
     "a misspelt property of a lookup"},
    // values
    {"<facets><facet name='kind' label='A' property='kind' closed='true'><value id='law' "
     "label='Law'/></facet></facets>\n"
     "<paths><path glob='a/**'><default property='kind' value='lwa'/></path></paths>",
     "library.xml:3:26: the facet \"kind\" has no value \"lwa\"; did you mean \"law\"?",
     "a default that a closed facet does not have"},
    {"<facets><facet name='kind' label='A' property='kind' closed='true'/></facets>",
     "library.xml:2:9: a closed facet needs its values: add <value id=\"…\" label=\"…\"/>",
     "a closed facet without values"},
    {"<facets><facet name='kind' label='A' property='kind'><value id='a' label='A'/><value id='a' "
     "label='B'/></facet></facets>",
     "library.xml:2:79: the value \"a\" is there already",
     "a value twice"},
    // paths
    {"<paths><path glob='/news/**' skip='true'/></paths>",
     "library.xml:2:8: the glob \"/news/**\" matches nothing: paths are relative to the source's "
     "folder, with '/' between levels and a file at the end, such as \"**/news/**\"",
     "an absolute glob"},
    {"<paths><path glob='news/**'/></paths>",
     "library.xml:2:8: this path rule does nothing: add skip=\"true\" or a <default>",
     "a rule without effect"},
    {"<paths><path glob='a/**' skip='true'><default property='kind' value='law'/></path></paths>",
     "library.xml:2:8: what is skipped needs no <default>: remove skip=\"true\" or the defaults",
     "a default for what is skipped"},
    // several at once, in the order of the file
    {"<keys><key name='a' property='sumary'/></keys>\n"
     "<fields><field name='a' label='A' property='titel'/></fields>",
     "library.xml:2:7: no field or facet shows the property \"sumary\"; did you mean \"summary\"?\n"
     "library.xml:3:9: nothing feeds the property \"titel\" of this field; did you mean \"title\"?",
     "two mistakes"},
};

std::string description(std::string_view inside) {
    return "<library xmlns='urn:praxis:library' name='L'>\n" + std::string(inside) + "</library>";
}

std::string error_of(const Result<Library>& library) {
    return library ? "" : library.error().what();
}

} // namespace

BOOST_AUTO_TEST_SUITE(library_errors_suite)

BOOST_DATA_TEST_CASE(says_what_is_wrong_where_and_what_to_do, rows) {
    const auto library = parse_library(description(sample.inside), {});
    BOOST_TEST(error_of(library) == sample.expected);
    if (!library)
        BOOST_TEST((library.error().kind() == ErrorKind::InvalidInput));
}

BOOST_AUTO_TEST_CASE(says_what_the_root_must_be) {
    BOOST_TEST(error_of(parse_library("<library name='L'/>", {})) ==
               "library.xml:1:1: <library> must have xmlns=\"urn:praxis:library\", but its "
               "namespace is \"\"");
    BOOST_TEST(error_of(parse_library("", {})) ==
               "library.xml:1:1: this is not well-formed XML: it is empty");
}

BOOST_AUTO_TEST_CASE(says_which_vocabulary_is_missing) {
    const tests::TempDir folder;
    const auto file = folder.write("library.xml",
                                   description("<vocabulary property='topic' file='topcis.xml'/>"));
    const std::string error = error_of(load_library(file));
    BOOST_TEST(error.starts_with(file.string() +
                                 ":2:1: the vocabulary cannot be read: cannot "
                                 "open " +
                                 (folder.path() / "topcis.xml").string()),
               error);
    BOOST_TEST(error.ends_with("its path is relative to this description"), error);
}

BOOST_AUTO_TEST_CASE(says_where_a_vocabulary_is_wrong) {
    const tests::TempDir folder;
    folder.write(
        "topics.xml",
        "<vocabulary xmlns='urn:praxis:vocabulary' name='t'>\n<concept id='a'/></vocabulary>");
    const auto file = folder.write("library.xml",
                                   description("<vocabulary property='topic' file='topics.xml'/>"));
    BOOST_TEST(error_of(load_library(file)) ==
               "topics.xml:2:1: <concept> needs the attribute \"label\"");
}

BOOST_AUTO_TEST_CASE(says_that_a_property_has_two_vocabularies) {
    const std::string words = "<vocabulary xmlns='urn:praxis:vocabulary' name='t'>"
                              "<concept id='a' label='A'/></vocabulary>";
    BOOST_TEST(error_of(parse_library(description("<vocabulary property='topic' file='a.xml'/>\n"
                                                  "<vocabulary property='topic' file='b.xml'/>"),
                                      {words, words})) ==
               "library.xml:3:1: there is a vocabulary for \"topic\" already");
}

BOOST_AUTO_TEST_SUITE_END()
