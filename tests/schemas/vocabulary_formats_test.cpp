// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "schemas/vocabulary_formats.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/support/shared_material.h"

#include <sstream>

using namespace praxis;
using namespace praxis::schemas;
using namespace praxis::tests;

namespace {

constexpr std::string_view skos = R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:skos="http://www.w3.org/2004/02/skos/core#">
  <skos:ConceptScheme rdf:about="http://x.org/t"/>
  <skos:Concept rdf:about="http://x.org/t/Fire-safety">
    <skos:prefLabel xml:lang="de">Brandschutz</skos:prefLabel>
    <skos:prefLabel xml:lang="en">Fire safety</skos:prefLabel>
    <skos:altLabel xml:lang="en">fire protection</skos:altLabel>
    <skos:broader rdf:resource="http://x.org/t/SAFETY"/>
  </skos:Concept>
  <rdf:Description rdf:about="http://x.org/t/SAFETY">
    <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
    <skos:prefLabel>Safety</skos:prefLabel>
    <skos:definition>Of people and property.</skos:definition>
    <skos:narrower rdf:resource="http://x.org/t/arson"/>
  </rdf:Description>
  <skos:Concept rdf:about="http://x.org/t/arson"><skos:prefLabel>Arson</skos:prefLabel></skos:Concept>
</rdf:RDF>)";

std::string escaped(const std::string& text) {
    std::string xml;
    for (const char c : text)
        xml += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return xml;
}

// The same concepts as RDF/XML.
std::string as_skos(const std::string& lines) {
    std::string xml = R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" )"
                      R"(xmlns:skos="http://www.w3.org/2004/02/skos/core#">)";
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        const auto object = nlohmann::json::parse(line);
        xml +=
            fmt::format(R"(<skos:Concept rdf:about="urn:x:{}"><skos:prefLabel>{}</skos:prefLabel>)",
                        escaped(object["id"]),
                        escaped(object["prefLabel"]));
        for (const std::string other : object["altLabels"])
            xml += fmt::format("<skos:altLabel>{}</skos:altLabel>", escaped(other));
        for (const std::string broader : object["broader"])
            xml += fmt::format(R"(<skos:broader rdf:resource="urn:x:{}"/>)", escaped(broader));
        xml += "</skos:Concept>";
    }
    return xml + "</rdf:RDF>";
}

void read_both_ways(std::string_view folder, std::size_t concepts, std::size_t tops) {
    const auto lines = read_file(shared_material(folder) / "concepts.jsonl", 16U << 20U).value();
    const auto from_lines = parse_any_vocabulary(lines, "concepts.jsonl", "topic").value();
    const auto from_skos = parse_any_vocabulary(as_skos(lines), "concepts.rdf", "topic").value();
    BOOST_TEST(from_lines.concepts().size() == concepts);
    BOOST_TEST_REQUIRE(from_skos.concepts().size() == concepts);
    std::size_t at_the_top = 0;
    for (std::size_t i = 0; i < concepts; ++i) {
        const Concept& concept_read = from_lines.concepts()[i];
        BOOST_TEST(from_skos.concepts()[i].id == concept_read.id);
        BOOST_TEST(from_skos.term(from_skos.concepts()[i]).value ==
                   from_lines.term(concept_read).value);
        at_the_top += concept_read.broader.empty() ? 1 : 0;
    }
    BOOST_TEST(at_the_top == tops);
}

} // namespace

BOOST_AUTO_TEST_SUITE(vocabulary_formats_suite)

BOOST_AUTO_TEST_CASE(reads_skos) {
    const auto read = parse_any_vocabulary(skos, "t.rdf", "topic").value();
    BOOST_TEST(read.concepts().size() == 3U);
    BOOST_TEST(read.term(*read.find("fire-safety")).value == "safety/fire-safety");
    BOOST_TEST(read.term(*read.find("arson")).value == "safety/arson");
    BOOST_TEST(read.find("fire-safety")->label == "Fire safety");
    BOOST_TEST(read.match("fire protection")->id == "fire-safety");
    BOOST_TEST(read.find("safety")->scope_note == "Of people and property.");
}

BOOST_AUTO_TEST_CASE(breaks_circles_and_parts_equal_ids) {
    const auto read = parse_concept_lines(R"({"id":"a/x","prefLabel":"A","broader":["b/x"]}
{"id":"b/x","prefLabel":"B","broader":["a/x","c"]})",
                                          "c.jsonl",
                                          "topic")
                          .value();
    BOOST_TEST(read.concepts().size() == 2U);
    BOOST_TEST(read.find("x-2") != nullptr);
    BOOST_TEST(read.term(*read.match("A")).value == "x/x-2");
}

BOOST_AUTO_TEST_CASE(says_where_a_concept_lacks_its_label) {
    const auto read = parse_concept_lines("{\"id\":\"a\",\"prefLabel\":\"A\"}\n{}", "c.jsonl", "t");
    BOOST_TEST(std::string(read.error().what()).starts_with("c.jsonl:2:"));
    BOOST_TEST(!parse_skos("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
                           "t.rdf",
                           "t")
                    .has_value());
}

BOOST_AUTO_TEST_CASE(reads_agift, *needs_shared_material("relevance/vocab-agift")) {
    read_both_ways("relevance/vocab-agift", 583, 26);
}

BOOST_AUTO_TEST_CASE(reads_cofog, *needs_shared_material("relevance/vocab-cofog")) {
    read_both_ways("relevance/vocab-cofog", 188, 10);
}

BOOST_AUTO_TEST_SUITE_END()
