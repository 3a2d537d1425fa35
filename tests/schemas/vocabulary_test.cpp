// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/vocabulary.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <filesystem>
#include <ostream>

using namespace praxis;
using namespace praxis::schemas;

namespace {

constexpr std::string_view topics = R"(<vocabulary xmlns="urn:praxis:vocabulary" name="topic">
  <concept id="public-safety" label="Public safety">
    <scope>Protecting people
           and property.</scope>
    <synonym>community safety</synonym>
    <concept id="fire" label="Fire">
      <synonym>Fire &amp; rescue</synonym>
      <synonym>Incendies et Évacuations</synonym>
      <concept id="mergers" label="Fire district consolidation"/>
    </concept>
  </concept>
  <concept id="water" label="Water">
    <synonym>fire</synonym>
    <synonym>U/W systems</synonym>
  </concept>
</vocabulary>)";

Vocabulary vocabulary() {
    return parse_vocabulary(topics, "topics.xml").value();
}

struct MatchRow {
    std::string word;
    std::string expected; // the value of the concept, or empty
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const MatchRow& row) {
    return out << row.word << ": " << row.why;
}

const MatchRow match_rows[] = {
    {"fire", "public-safety/fire", "an id goes before a synonym"},
    {"FIRE", "public-safety/fire", "case does not count"},
    {"Public Safety", "public-safety", "a label"},
    {"public_safety", "public-safety", "underscores do not count"},
    {"publicsafety", "public-safety", "blanks do not count"},
    {"Public\u00A0\u2013 safety", "public-safety", "dashes do not count"},
    {"community-safety", "public-safety", "a synonym"},
    {"fire and rescue", "public-safety/fire", "'&' is 'and'"},
    {"INCENDIES ET \u00C9VACUATIONS", "public-safety/fire", "accented capitals"},
    {"mergers", "public-safety/fire/mergers", "the third level"},
    {"u/w systems", "water", "a synonym with a slash"},
    {"Public safety/Fire", "public-safety/fire", "a path of labels"},
    {"public-safety/fire/mergers", "public-safety/fire/mergers", "a path of ids"},
    {"Public safety/mergers", "public-safety/fire/mergers", "a path that leaves out a level"},
    {"Water/Fire", "", "a path that is none"},
    {"Fire/Public safety", "", "a path upside down"},
    {"Nowhere/Fire", "", "a path from nowhere"},
    {"police", "", "unknown"},
    {"", "", "nothing"},
    {"////////////////////////fire", "", "too many levels"},
};

struct ErrorRow {
    std::string xml;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const ErrorRow& row) {
    return out << row.why;
}

std::string with(std::string_view inside) {
    return "<vocabulary xmlns='urn:praxis:vocabulary' name='v'>\n" + std::string(inside) +
           "</vocabulary>";
}

const ErrorRow error_rows[] = {
    {with(""), "v.xml:1:1: <vocabulary> needs a <concept> in it", "empty"},
    {with("<concept id='a'/>"), "v.xml:2:1: <concept> needs the attribute \"label\"", "no label"},
    {with("<concept id='A b' label='A'/>"),
     "v.xml:2:1: id=\"A b\" must be small letters and digits, with single hyphens between them",
     "a bad id"},
    {with("<concept id='a' label='A'>\n  <conecpt id='b' label='B'/></concept>"),
     "v.xml:3:3: <conecpt> does not belong in <concept>; did you mean <concept>?",
     "a misspelt element"},
    {with("<concept id='a' label='A'><concept id='b' label='B'/></concept>\n"
          "<concept id='b' label='B'/>"),
     "v.xml:3:1: the concept \"b\" is there already, on line 2; an id is unique in the whole file",
     "an id twice"},
    {"<vocabulary name='v'/>",
     "v.xml:1:1: <vocabulary> must have xmlns=\"urn:praxis:vocabulary\", but its namespace is \"\"",
     "no namespace"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(vocabulary_suite)

BOOST_AUTO_TEST_CASE(reads_concepts_in_the_order_of_the_file) {
    const Vocabulary read = vocabulary();
    BOOST_TEST(read.name() == "topic");
    BOOST_TEST_REQUIRE(read.concepts().size() == 4U);
    BOOST_TEST(read.concepts()[0].scope_note == "Protecting people and property.");
    BOOST_TEST(read.concepts()[2].broader == "fire");
    BOOST_TEST(read.concepts()[3].synonyms.size() == 2U);
    BOOST_TEST(read.find("fire")->label == "Fire");
    BOOST_TEST(read.find("Fire") == nullptr);
}

BOOST_DATA_TEST_CASE(matches_the_words_of_sources, match_rows) {
    const Vocabulary read = vocabulary();
    const Concept* meant = read.match(sample.word);
    BOOST_TEST((meant == nullptr ? "" : read.term(*meant).value) == sample.expected);
}

BOOST_AUTO_TEST_CASE(gives_a_label_for_each_level) {
    const Vocabulary read = vocabulary();
    const Term expected{"public-safety/fire/mergers",
                        {"Public safety", "Fire", "Fire district consolidation"}};
    BOOST_TEST((read.term(*read.find("mergers")) == expected));
}

BOOST_AUTO_TEST_CASE(an_empty_vocabulary_matches_nothing) {
    BOOST_TEST(Vocabulary().match("fire") == nullptr);
}

BOOST_DATA_TEST_CASE(says_what_is_wrong_and_where, error_rows) {
    const auto read = parse_vocabulary(sample.xml, "v.xml");
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST(read.error().what() == sample.expected);
}

BOOST_AUTO_TEST_CASE(says_which_file_is_missing) {
    const auto read = load_vocabulary("/nowhere/topics.xml");
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST((read.error().kind() == ErrorKind::NotFound));
}

BOOST_AUTO_TEST_CASE(reads_every_vocabulary_of_the_program) {
    const auto folder = std::filesystem::path(PRAXIS_SOURCE_DIR) / "schemas" / "vocabularies";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto read = load_vocabulary(entry.path());
        BOOST_TEST_REQUIRE(read.has_value(), (read ? "" : read.error().what()));
        for (const Concept& one : read->concepts()) {
            BOOST_TEST(read->match(one.label) != nullptr, one.label);
            BOOST_TEST(read->match(read->term(one).value)->id == one.id);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
