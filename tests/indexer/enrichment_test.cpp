// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/generation.h"
#include "index/verify.h"
#include "indexer/enrich/enrichment_state.h"
#include "indexer/enrich/topic_preview.h"
#include "indexer/sync.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "tests/support/temp_dir.h"

#include <filesystem>

using namespace praxis;
using namespace praxis::indexer;
using praxis::tests::TempDir;

namespace {

constexpr std::string_view description =
    R"(<library xmlns="urn:praxis:library" name="L" extends="default">
         <vocabulary property="topic" file="topics.xml"/>
         <authority file="authority.xml"/>
         <verdicts file="verdicts.xml"/>
       </library>)";

std::string vocabulary(std::string_view inside) {
    return fmt::format(R"(<vocabulary xmlns="urn:praxis:vocabulary" name="topic">{}</vocabulary>)",
                       inside);
}

constexpr std::string_view fire_and_parks =
    R"(<concept id="fire" label="Fire"><synonym>fire department</synonym></concept>
       <concept id="parks" label="Parks"/>)";

std::string verdicts(std::string_view inside) {
    return fmt::format(R"(<verdicts xmlns="urn:praxis:verdicts">{}</verdicts>)", inside);
}

const std::string on_fire = "The fire department grew. Fire is what the fire department fights.";

// A library with a description of its own, and sync between them.
struct Library {
    TempDir folder;
    std::filesystem::path index = folder.path() / "index";

    Library() {
        folder.write("library.xml", description);
        folder.write("topics.xml", vocabulary(fire_and_parks));
        folder.write("verdicts.xml", verdicts(""));
        folder.write("authority.xml",
                     R"(<authority xmlns="urn:praxis:authority">
                          <organization id="practice" name="Center for Practice">
                            <name>Methods Bureau</name></organization></authority>)");
    }

    void put(const std::string& name,
             const std::string& title,
             const std::string& text,
             const std::string& keys = "") const {
        folder.write("notes/" + name + ".md",
                     "---\ntitle: " + title + "\n" + keys + "---\n\n" + text + "\n");
    }

    SyncReport sync() const {
        SyncOptions options;
        options.sources = {folder.path() / "notes"};
        options.index = index;
        options.library = folder.path() / "library.xml";
        Progress progress;
        auto report = indexer::sync(options, progress, {});
        BOOST_TEST_REQUIRE(report.has_value());
        BOOST_TEST(index::verify(index).sound());
        return std::move(*report);
    }

    schemas::Publication publication(const std::string& id) const {
        const auto generation = index::Generation::open(index).value();
        return generation->text().publication(*generation->text().document_of(id));
    }

    // "fire by analyzer, parks by editor".
    std::string topics(const std::string& id) const {
        std::string all;
        for (const schemas::Topic& topic : publication(id).topics)
            all += fmt::format("{}{} by {}",
                               all.empty() ? "" : ", ",
                               topic.term.value,
                               topic.by == schemas::TopicOrigin::Editor ? "editor" : "analyzer");
        return all;
    }

    TopicPreview preview() const {
        return preview_topics({index, folder.path() / "library.xml"}, {}).value();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(enrichment_suite)

BOOST_AUTO_TEST_CASE(labels_stay_and_others_are_found) {
    const Library library;
    library.put("labelled", "Fire", on_fire, "topics: [Parks]\n");
    library.put("bare", "Fire", on_fire);
    library.sync();
    BOOST_TEST(library.topics("notes/labelled") == "parks by editor");
    BOOST_TEST(library.topics("notes/bare") == "fire by analyzer");
    const auto publication = library.publication("notes/bare");
    const schemas::Evidence& evidence = publication.topics.front().evidence.front();
    BOOST_TEST(publication.passages[evidence.passage].text.substr(
                   evidence.begin, evidence.end - evidence.begin) == evidence.quote);
}

BOOST_AUTO_TEST_CASE(what_an_editor_refuses_stays_refused) {
    const Library library;
    library.put("a", "Fire", on_fire);
    library.put("b", "Fire", on_fire);
    library.sync();
    library.folder.write(
        "verdicts.xml",
        verdicts(R"(<publication id="notes/a"><refused topic="fire"/></publication>)"));
    BOOST_TEST(library.sync().replaced.size() == 1U);
    BOOST_TEST(library.topics("notes/a").empty());
    BOOST_TEST(library.topics("notes/b") == "fire by analyzer");
    library.put("a", "Fire and more fire", on_fire);
    library.folder.write("topics.xml", vocabulary(fire_and_parks) + "\n<!-- another -->");
    library.sync();
    BOOST_TEST(library.topics("notes/a").empty());
    library.folder.write("verdicts.xml", verdicts(""));
    library.sync();
    BOOST_TEST(library.topics("notes/a") == "fire by analyzer");
}

BOOST_AUTO_TEST_CASE(what_an_editor_accepts_is_the_editors) {
    const Library library;
    library.put("a", "Notes", "Nothing is said here.");
    library.folder.write(
        "verdicts.xml",
        verdicts(R"(<publication id="notes/a"><accepted topic="parks"/></publication>)"));
    library.sync();
    BOOST_TEST(library.topics("notes/a") == "parks by editor");
    library.folder.write("verdicts.xml", verdicts(""));
    library.sync();
    BOOST_TEST(library.topics("notes/a").empty());
}

BOOST_AUTO_TEST_CASE(an_unchanged_library_publishes_nothing) {
    const Library library;
    library.put("a", "Fire", on_fire);
    BOOST_TEST(library.sync().generation.has_value());
    BOOST_TEST(!library.sync().generation.has_value());
}

BOOST_AUTO_TEST_CASE(another_vocabulary_is_previewed_and_changes_only_what_differs) {
    const Library library;
    library.put("fire", "Fire", on_fire);
    library.put("trees", "Trees", "Street trees shade. Street trees are planted by the city.");
    library.put("other", "Notes", "Nothing is said here.");
    library.sync();
    BOOST_TEST(library.preview().changes.empty());
    library.folder.write("topics.xml", vocabulary(R"(<concept id="trees" label="Trees">
                                         <synonym>street trees</synonym></concept>)"));
    const TopicPreview preview = library.preview();
    BOOST_TEST_REQUIRE(preview.changes.size() == 2U);
    BOOST_TEST(preview.changes[0].lost.front() == "fire");
    BOOST_TEST(preview.changes[1].gained.front() == "trees");
    BOOST_TEST(library.topics("notes/fire") == "fire by analyzer", "a preview publishes nothing");
    const std::vector<std::string> expected = {"notes/fire", "notes/trees"};
    BOOST_TEST(library.sync().replaced == expected, boost::test_tools::per_element());
    BOOST_TEST(library.topics("notes/trees") == "trees by analyzer");
}

BOOST_AUTO_TEST_CASE(labels_teach_and_one_file_more_does_not_teach_anew) {
    const Library library;
    for (int i = 0; i < 60; ++i)
        library.put(fmt::format("n{}", i),
                    fmt::format("Note {}", i),
                    i % 2 == 0 ? "The levy and the ledger. We saw it."
                               : "Swings and slides. We saw it.",
                    i % 2 == 0 ? "topics: [Money]\n" : "topics: [Parks]\n");
    library.put("bare", "Notes", "A levy needs a ledger.");
    BOOST_TEST(library.sync().learned);
    BOOST_TEST(library.topics("notes/bare") == "money by analyzer");
    BOOST_TEST(!library.sync().generation.has_value());
    library.put("bare-2", "Notes", "The ledger has a levy in it.");
    const SyncReport report = library.sync();
    BOOST_TEST(!report.learned);
    BOOST_TEST(report.added.size() == 1U);
    BOOST_TEST(library.topics("notes/bare-2") == "money by analyzer");
}

BOOST_AUTO_TEST_CASE(a_body_has_one_value_under_all_its_names) {
    const Library library;
    library.put("a", "A", "Text.", "organization: Methods Bureau\n");
    library.put("b", "B", "The Methods Bureau wrote.", "organization: Center for Practice\n");
    library.sync();
    for (const std::string id : {"notes/a", "notes/b"}) {
        const auto organizations = library.publication(id).organizations;
        BOOST_TEST_REQUIRE(organizations.size() == 1U);
        BOOST_TEST(organizations.front().term.value == "practice");
        BOOST_TEST(organizations.front().term.label() == "Center for Practice");
    }
    BOOST_TEST(library.publication("notes/b").passages.front().text == "The Methods Bureau wrote.");
    const auto generation = index::Generation::open(library.index).value();
    BOOST_TEST(generation->library().authority.name_groups().size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_remembered_is_read_back) {
    const EnrichmentState state{
        .enrichment = 7, .training = 255, .drift = 3, .verdicts = {{"notes/a", 9}}};
    BOOST_TEST((enrichment_state_from_text(to_text(state)).value() == state));
    for (const std::string damaged : {"", "enrichment", "enrichment 1 2 3 verdicts a", "x 1 2 3"})
        BOOST_TEST(!enrichment_state_from_text(damaged).has_value(), damaged);
}

BOOST_AUTO_TEST_SUITE_END()
