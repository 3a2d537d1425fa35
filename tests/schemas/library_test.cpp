// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"
#include "schemas/property.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

using namespace praxis;
using namespace praxis::schemas;

namespace {

// Everything that a description can say, once.
constexpr std::string_view whole = R"(<library xmlns="urn:praxis:library" name=" Alder  Library "
    base-url="https://alder.example//" languages="en es">
  <fields>
    <field name="title" label="Title" property="title" weight="2.5"/>
    <field name="by" label="By" property="author" weight="0" analyzer="name"/>
  </fields>
  <facets>
    <facet name="topic" label="Topic" property="topic" shape="hierarchical"/>
    <facet name="year" label="Year" property="year" shape="range" listed="false"/>
    <facet name="band" label="Population" property="population-band" closed="true">
      <value id="small" label="Under 5,000"><synonym>tiny &amp; small</synonym></value>
      <value id="large" label="Large"/>
    </facet>
  </facets>
  <keys>
    <key names="title  headline" property="title"/>
    <key name="written by" property="author" separator="names"/>
    <key name="agency" property="organization" role="publisher"/>
    <key name="topics" property="topic" separator=";" levels="/"/>
    <key name="population" property="population-band"/>
  </keys>
  <paths>
    <path glob="**/drafts/**" skip="true"/>
    <path glob="**/laws/**"><default property="kind" value="law"/></path>
  </paths>
  <skip key="draft" value="true"/>
  <skip key="moved" value="*" only-without-text="true"/>
  <ignore property="topic" value="Uncategorized"/>
  <lookup property="author" folder="**/people" key="full_name"/>
  <vocabulary property="topic" file="words/topics.xml"/>
  <source name="cases" folder="content/cases">
    <default property="series" value="Cases"/>
    <key name="dept" property="organization"/>
    <path glob="old/**" skip="true"/>
  </source>
</library>)";

constexpr std::string_view topics =
    R"(<vocabulary xmlns="urn:praxis:vocabulary" name="topic"><concept id="fire" label="Fire"/></vocabulary>)";

Library parsed(std::string_view xml) {
    auto library = parse_library(xml, {std::string(topics)});
    BOOST_REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().what()));
    return *library;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result(text);
    const std::size_t at = result.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
    return result.replace(at, from.size(), to);
}

// The key that wins for a property if a publication has all of these.
std::string
winner(const Library& library, const std::vector<std::string>& keys, std::string_view property) {
    const KeyMapping* best = nullptr;
    for (const KeyMapping& mapping : library.keys)
        if (mapping.property == property &&
            std::find(keys.begin(), keys.end(), mapping.key) != keys.end() &&
            (best == nullptr || mapping.rank < best->rank))
            best = &mapping;
    return best == nullptr ? "" : best->key;
}

} // namespace

BOOST_AUTO_TEST_SUITE(library_suite)

BOOST_AUTO_TEST_CASE(reads_fields_and_facets) {
    const Library library = parsed(whole);
    BOOST_TEST(library.name == "Alder Library");
    BOOST_TEST(library.base_url == "https://alder.example");
    BOOST_TEST((library.languages == std::vector<std::string>{"en", "es"}));
    BOOST_TEST_REQUIRE(library.fields.size() == 2U);
    BOOST_TEST(library.field("title")->weight == 2.5);
    BOOST_TEST((library.field("title")->analyzer == FieldAnalyzer::Text));
    BOOST_TEST(library.field("by")->weight == 0);
    BOOST_TEST((library.field("by")->analyzer == FieldAnalyzer::Name));
    BOOST_TEST(library.field("author") == nullptr);
    BOOST_TEST((library.facet("topic")->shape == FacetShape::Hierarchical));
    BOOST_TEST(library.facet("topic")->listed);
    BOOST_TEST((library.facet("year")->shape == FacetShape::Range));
    BOOST_TEST(!library.facet("year")->listed);
    BOOST_TEST(library.facet_of("population-band")->name == "band");
}

BOOST_AUTO_TEST_CASE(reads_values_with_their_synonyms) {
    const Library library = parsed(whole);
    const Facet& band = *library.facet("band");
    BOOST_TEST(band.closed);
    BOOST_TEST(band.labels.at("small") == "Under 5,000");
    BOOST_TEST(band.value_of("SMALL").value() == "small");
    BOOST_TEST(band.value_of("under 5,000").value() == "small");
    BOOST_TEST(band.value_of("Tiny and Small").value() == "small");
    BOOST_TEST(!band.value_of("medium").has_value());
}

BOOST_AUTO_TEST_CASE(reads_keys_in_the_order_of_their_ranks) {
    const Library library = parsed(whole);
    BOOST_TEST_REQUIRE(library.keys.size() == 6U);
    const std::string expected[] = {
        "title", "headline", "written by", "agency", "topics", "population"};
    for (std::size_t i = 0; i < library.keys.size(); ++i) {
        BOOST_TEST(library.keys[i].key == expected[i]);
        BOOST_TEST(library.keys[i].rank == static_cast<int>(i));
    }
    BOOST_TEST(library.keys[2].separator == "names");
    BOOST_TEST(library.keys[3].role == "publisher");
    BOOST_TEST(library.keys[4].levels == "/");
}

BOOST_AUTO_TEST_CASE(reads_rules_and_sources) {
    const Library library = parsed(whole);
    BOOST_TEST_REQUIRE(library.rules.size() == 2U);
    BOOST_TEST(library.rules[0].skip);
    BOOST_TEST(library.rules[1].defaults.at("kind") == "law");
    BOOST_TEST_REQUIRE(library.skips.size() == 2U);
    BOOST_TEST(!library.skips[0].only_without_text);
    BOOST_TEST(library.skips[1].only_without_text);
    BOOST_TEST(library.ignores("topic", "un-categorized"));
    BOOST_TEST(!library.ignores("keyword", "uncategorized"));
    BOOST_TEST_REQUIRE(library.lookups.size() == 1U);
    BOOST_TEST(library.lookups[0].key == "full_name");
    const Source& cases = *library.source("cases");
    BOOST_TEST(cases.folder == "content/cases");
    BOOST_TEST(cases.defaults.at("series") == "Cases");
    BOOST_TEST(cases.keys.at(0).key == "dept");
    BOOST_TEST(cases.rules.at(0).glob == "old/**");
}

BOOST_AUTO_TEST_CASE(keeps_its_texts) {
    const Library library = parsed(whole);
    BOOST_TEST(library.text == whole);
    BOOST_TEST_REQUIRE(library.vocabulary_texts.size() == 1U);
    BOOST_TEST(library.vocabulary_texts[0] == topics);
    BOOST_TEST(library.vocabularies.at("topic").concepts().size() == 1U);
}

BOOST_AUTO_TEST_CASE(loads_vocabularies_beside_it) {
    const tests::TempDir folder;
    folder.write("words/topics.xml", topics);
    const auto library = load_library(folder.write("library.xml", whole));
    BOOST_REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().what()));
    const auto again = parse_library(library->text, library->vocabulary_texts);
    BOOST_REQUIRE(again.has_value());
    BOOST_TEST(again->reading_fingerprint() == library->reading_fingerprint());
    BOOST_TEST(again->analysis_fingerprint() == library->analysis_fingerprint());
}

BOOST_AUTO_TEST_CASE(loads_the_description_of_the_samples) {
    const auto library =
        load_library(std::filesystem::path(PRAXIS_SOURCE_DIR) / "corpus/samples/library.xml");
    BOOST_REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().what()));
    BOOST_TEST(library->vocabularies.contains("topic"));
    BOOST_TEST(library->field("title") != nullptr);
}

BOOST_AUTO_TEST_CASE(says_which_description_is_missing) {
    const auto library = load_library("/nowhere/library.xml");
    BOOST_REQUIRE(!library.has_value());
    BOOST_TEST((library.error().kind() == ErrorKind::NotFound));
}

BOOST_AUTO_TEST_CASE(extends_the_default_library) {
    const Library base = default_library().value();
    const Library library =
        parsed(R"(<library xmlns="urn:praxis:library" name="A" extends="default">
  <fields><field name="title" label="Titre" property="title" weight="5"/></fields>
  <facets><facet name="band" label="Population" property="band"/></facets>
  <keys><key name="population" property="band"/><key name="nom" property="author"/></keys>
  <paths><path glob="**/events/**"><default property="kind" value="webinar"/></path></paths>
</library>)");
    BOOST_TEST(library.fields.size() == base.fields.size());
    BOOST_TEST(library.field("title")->label == "Titre");
    BOOST_TEST(library.field("body")->weight == base.field("body")->weight);
    BOOST_TEST(library.facets.size() == base.facets.size() + 1);
    BOOST_TEST(library.keys.size() == base.keys.size() + 2);
    BOOST_TEST(winner(library, {"author", "nom"}, "author") == "nom");
    for (std::size_t i = 0; i < library.keys.size(); ++i)
        BOOST_TEST(library.keys[i].rank == static_cast<int>(i));
    BOOST_TEST(library.rules.front().defaults.at("kind") == "webinar");
    BOOST_TEST(library.rules.size() == base.rules.size() + 1);
    BOOST_TEST(library.skips.size() == base.skips.size());
    BOOST_TEST((library.languages == base.languages));
}

BOOST_AUTO_TEST_CASE(reads_ranking_and_stop_words) {
    const Library usual = parsed(whole);
    BOOST_TEST(usual.ranking.pairs);
    BOOST_TEST(usual.ranking.acronyms);
    BOOST_TEST(usual.stop_words.more.empty());
    const Library other = parsed(
        replaced(whole,
                 "</library>",
                 "<ranking pairs='false' title-lookups='false'/><stop-words more='county  state' "
                 "except='work'/></library>"));
    BOOST_TEST(!other.ranking.pairs);
    BOOST_TEST(other.ranking.neighbours);
    BOOST_TEST(other.ranking.likeness);
    BOOST_TEST(!other.ranking.title_lookups);
    BOOST_TEST((other.stop_words.more == std::vector<std::string>{"county", "state"}));
    BOOST_TEST((other.stop_words.except == std::vector<std::string>{"work"}));
    BOOST_TEST(other.reading_fingerprint() == usual.reading_fingerprint());
    BOOST_TEST(other.analysis_fingerprint() == usual.analysis_fingerprint());
}

BOOST_AUTO_TEST_CASE(fingerprints_the_analysis_apart_from_the_reading) {
    const Library library = parsed(whole);
    const auto check =
        [&](std::string_view from, std::string_view to, bool analysis, bool reading) {
            const Library other = parsed(replaced(whole, from, to));
            BOOST_TEST((other.analysis_fingerprint() != library.analysis_fingerprint()) == analysis,
                       from);
            BOOST_TEST((other.reading_fingerprint() != library.reading_fingerprint()) == reading,
                       from);
        };
    check("Alder", "Elder", false, false);
    check("weight=\"2.5\"", "weight=\"2\"", false, false);
    check("label=\"Topic\"", "label=\"Thema\"", false, false);
    check("analyzer=\"name\"", "analyzer=\"text\"", true, false);
    check("name=\"by\" label=\"By\"", "name=\"writer\" label=\"By\"", true, false);
    check("headline", "head", false, true);
    check("role=\"publisher\"", "role=\"author\"", false, true);
    check("**/drafts/**", "**/draft/**", false, true);
    check("value=\"law\"", "value=\"plan\"", false, true);
    check("only-without-text=\"true\"", "only-without-text=\"false\"", false, true);
    check("Uncategorized", "None", false, true);
    check("tiny", "teeny", false, true);
    check("full_name", "name", false, true);
    check("value=\"Cases\"", "value=\"Case\"", false, true);
    check("languages=\"en es\"", "languages=\"es en\"", false, true);
    const auto other_words = parse_library(whole, {replaced(topics, "Fire", "Feuer")});
    BOOST_TEST(other_words->reading_fingerprint() != library.reading_fingerprint());
}

BOOST_AUTO_TEST_CASE(knows_every_property_once) {
    std::set<std::string_view> names;
    for (const PropertyUse& use : all_properties()) {
        BOOST_TEST(names.insert(use.name).second, use.name);
        BOOST_TEST(find_property(use.name) == &use);
    }
    BOOST_TEST(find_property("population-band") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
