// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"
#include "corpus/file_head.h"
#include "corpus/file_reading.h"
#include "corpus/source_walk.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/shared_material.h"

#include <string>

using namespace praxis;
using namespace praxis::corpus;
using namespace praxis::tests;

namespace {

// What a whole source became.
struct Harvest {
    int publications = 0;
    int with_text = 0;
    int dated = 0;
    int with_authors = 0;
    int with_topics = 0;
    int files = 0;
    int rejected_files = 0; // of formats that are read at all
    std::string first_rejection;
};

bool is_read(const std::string& path) {
    const std::string extension = extension_of(path);
    return extension == "html" || extension == "xml" || extension == "json";
}

Harvest harvest(std::string_view below) {
    const schemas::Library library = schemas::default_library().value();
    schemas::Source source;
    source.name = "shared";
    const ReaderRegistry registry;
    const PublicationMaker maker(library, source);
    const Walk walk = walk_source(shared_material(below), maker.rules(), registry).value();
    Harvest harvest;
    for (const WalkedFile& file : walk.files) {
        if (!is_read(file.source.path))
            continue;
        ++harvest.files;
        bool is_rejected = false;
        read_publications(file.source,
                          registry,
                          maker,
                          {.publication =
                               [&](const schemas::Publication& publication) {
                                   ++harvest.publications;
                                   harvest.with_text += publication.passages.empty() ? 0 : 1;
                                   harvest.dated += publication.date ? 1 : 0;
                                   harvest.with_authors += publication.authors.empty() ? 0 : 1;
                                   harvest.with_topics += publication.topics.empty() ? 0 : 1;
                               },
                           .diagnostic =
                               [&](const Diagnostic& diagnostic) {
                                   is_rejected |= diagnostic.severity == Severity::Error;
                                   if (is_rejected && harvest.first_rejection.empty())
                                       harvest.first_rejection =
                                           diagnostic.path + ": " + diagnostic.text;
                               }});
        harvest.rejected_files += is_rejected ? 1 : 0;
    }
    return harvest;
}

// `dated` and so on: the least numbers, in hundredths of the publications.
struct Expected {
    int publications = 0;
    int with_text = 0;
    int dated = 0;
    int with_authors = 0;
    int with_topics = 0;
};

void check_harvest(std::string_view below, const Expected& expected) {
    const Harvest found = harvest(below);
    const auto share = [&](int count) {
        return found.publications == 0 ? 0 : count * 100 / found.publications;
    };
    BOOST_TEST(found.publications >= expected.publications);
    BOOST_TEST(share(found.with_text) >= expected.with_text);
    BOOST_TEST(share(found.dated) >= expected.dated);
    BOOST_TEST(share(found.with_authors) >= expected.with_authors);
    BOOST_TEST(share(found.with_topics) >= expected.with_topics);
    BOOST_TEST(found.rejected_files * 50 <= found.files, found.first_rejection);
}

} // namespace

BOOST_AUTO_TEST_SUITE(shared_readers_suite)

BOOST_AUTO_TEST_CASE(reads_case_studies, *needs_shared_material("corpus/odimpact-case-studies")) {
    check_harvest("corpus/odimpact-case-studies", {66, 100, 25, 65, 0});
}

BOOST_AUTO_TEST_CASE(reads_stored_posts, *needs_shared_material("corpus/cagov-innovation")) {
    check_harvest("corpus/cagov-innovation", {105, 97, 100, 100, 10});
}

BOOST_AUTO_TEST_CASE(reads_an_exported_blog, *needs_shared_material("corpus/cc-labs-blog")) {
    check_harvest("corpus/cc-labs-blog", {434, 99, 100, 100, 85});
}

BOOST_AUTO_TEST_CASE(reads_journal_articles, *needs_shared_material("corpus/plos-jats")) {
    check_harvest("corpus/plos-jats", {100, 100, 100, 98, 60});
}

BOOST_AUTO_TEST_CASE(reads_local_laws, *needs_shared_material("corpus/dc-law-xml")) {
    check_harvest("corpus/dc-law-xml", {2883, 99, 98, 0, 85});
}

BOOST_AUTO_TEST_CASE(reads_bills, *needs_shared_material("corpus/usgpo-uslm-samples")) {
    check_harvest("corpus/usgpo-uslm-samples", {114, 100, 100, 35, 0});
}

BOOST_AUTO_TEST_CASE(reads_a_register_and_a_code,
                     *needs_shared_material("corpus/usgpo-bulk-samples")) {
    check_harvest("corpus/usgpo-bulk-samples", {124, 98, 99, 0, 30});
}

BOOST_AUTO_TEST_CASE(reads_feeds, *needs_shared_material("corpus/feedparser-feeds")) {
    check_harvest("corpus/feedparser-feeds", {135, 60, 0, 0, 0});
}

BOOST_AUTO_TEST_SUITE_END()
