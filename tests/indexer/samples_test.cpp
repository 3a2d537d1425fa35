// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// The library that newcomers meet first: all of it is read, and nothing in it leads nowhere.

#include "base/file.h"
#include "index/generation.h"
#include "indexer/sync.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <filesystem>
#include <sstream>

using namespace praxis;
using namespace praxis::indexer;
using praxis::tests::TempDir;

namespace {

const std::filesystem::path corpus_folder = std::filesystem::path(PRAXIS_SOURCE_DIR) / "corpus";

struct Samples {
    TempDir folder;
    SyncReport report;
    std::shared_ptr<const index::Generation> generation;

    Samples() {
        SyncOptions options;
        options.sources = {corpus_folder / "samples"};
        options.library = corpus_folder / "samples" / "library.xml";
        options.index = folder.path() / "index";
        Progress progress;
        report = indexer::sync(options, progress, {}).value();
        generation = index::Generation::open(options.index).value();
    }

    std::vector<schemas::Publication> publications() const {
        std::vector<schemas::Publication> all;
        const index::TextIndexReader& text = generation->text();
        for (std::uint32_t document = 0; document < text.document_limit(); ++document)
            if (text.is_live(document))
                all.push_back(text.publication(document));
        return all;
    }

    bool holds(const std::string& id) const {
        return generation->text().document_of(id).has_value();
    }
};

const Samples& samples() {
    static const Samples synced;
    return synced;
}

} // namespace

BOOST_AUTO_TEST_SUITE(samples_suite)

BOOST_AUTO_TEST_CASE(every_file_is_read) {
    for (const SourceDiagnostic& remark : samples().report.diagnostics)
        BOOST_TEST((remark.diagnostic.severity == corpus::Severity::Note), diagnostic_line(remark));
    BOOST_TEST(samples().generation->text().publication_count() >= 100U);
}

BOOST_AUTO_TEST_CASE(every_publication_has_a_title_a_kind_and_a_licence) {
    for (const schemas::Publication& publication : samples().publications()) {
        BOOST_TEST_CONTEXT(publication.id) {
            BOOST_TEST(!publication.title.empty());
            BOOST_TEST(!publication.kind.empty());
            BOOST_TEST(!publication.licence.empty());
            BOOST_TEST((publication.date.has_value() || publication.kind == "person"));
        }
    }
}

BOOST_AUTO_TEST_CASE(topics_are_of_the_vocabulary) {
    std::size_t known = 0;
    std::size_t unknown = 0;
    const auto& topics = samples().generation->library().vocabularies.at("topic");
    for (const schemas::Publication& publication : samples().publications())
        for (const schemas::Topic& topic : publication.topics)
            ++(topics.match(topic.term.label()) != nullptr ? known : unknown);
    BOOST_TEST(known > 200U);
    BOOST_TEST(unknown == 1U); // the blog's "management"
}

BOOST_AUTO_TEST_CASE(every_relation_leads_to_a_publication) {
    for (const schemas::Publication& publication : samples().publications())
        for (const schemas::Relation& relation : publication.relations)
            BOOST_TEST(samples().holds(relation.target),
                       publication.id << " " << relation.type << " " << relation.target);
}

BOOST_AUTO_TEST_CASE(every_judgment_is_of_a_publication) {
    std::istringstream lines(read_file(corpus_folder / "judgments" / "qrels.tsv", 1 << 20).value());
    std::size_t judgments = 0;
    for (std::string query, id, grade; lines >> query >> id >> grade; ++judgments)
        BOOST_TEST(samples().holds(id), "query " << query << ": " << id);
    BOOST_TEST(judgments > 100U);
}

BOOST_AUTO_TEST_SUITE_END()
