// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/generation.h"
#include "index/history.h"
#include "index/sync_summary.h"
#include "indexer/sync.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <filesystem>
#include <functional>

using namespace praxis;
using namespace praxis::indexer;
using praxis::tests::TempDir;

namespace {

using Ids = std::vector<std::string>;

std::string page(const std::string& title, const std::string& text = "Some text.") {
    return "---\ntitle: " + title + "\n---\n\n" + text + "\n";
}

// A folder of sources, an index beside it, and sync between them.
struct Library {
    TempDir folder;
    std::filesystem::path source = folder.path() / "notes";
    std::filesystem::path index = folder.path() / "index";

    Library() { std::filesystem::create_directories(source); }

    void put(const std::string& path, const std::string& text) const {
        folder.write("notes/" + path, text);
    }

    void drop(const std::string& path) const { std::filesystem::remove(source / path); }

    Result<SyncReport> sync(const std::function<void(SyncOptions&)>& change = {}) const {
        SyncOptions options;
        options.sources = {source};
        options.index = index;
        if (change)
            change(options);
        Progress progress;
        return indexer::sync(options, progress, {});
    }

    std::shared_ptr<const index::Generation> served() const {
        return index::Generation::open(index).value();
    }

    std::string title_of(const std::string& id) const {
        const auto generation = served();
        const auto document = generation->text().document_of(id);
        return document ? generation->text().publication(*document).title : "";
    }
};

void allow_removals(SyncOptions& options) {
    options.allow_removals = true;
}

std::string first_error(const SyncReport& report) {
    for (const SourceDiagnostic& remark : report.diagnostics)
        if (remark.diagnostic.severity == corpus::Severity::Error)
            return diagnostic_line(remark);
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(sync_suite)

BOOST_AUTO_TEST_CASE(adds_replaces_and_removes) {
    const Library library;
    library.put("a.md", page("Alpha"));
    library.put("b.md", page("Beta"));
    library.put("deep/c.md", page("Gamma"));
    auto report = library.sync().value();
    BOOST_TEST((report.added == Ids{"notes/a", "notes/b", "notes/deep/c"}));
    BOOST_TEST(report.generation.value() == 1U);

    library.put("a.md", page("Alpha two"));
    library.drop("b.md");
    report = library.sync(allow_removals).value();
    BOOST_TEST(report.added.empty());
    BOOST_TEST((report.replaced == Ids{"notes/a"}));
    BOOST_TEST((report.removed == Ids{"notes/b"}));
    BOOST_TEST(report.publications == 2U);
    BOOST_TEST(library.title_of("notes/a") == "Alpha two");
    BOOST_TEST(library.title_of("notes/b") == "");
    BOOST_TEST(library.served()->tombstones().at("notes/b").title == "Beta");
}

BOOST_AUTO_TEST_CASE(publishes_nothing_when_nothing_changed) {
    const Library library;
    library.put("a.md", page("Alpha"));
    BOOST_REQUIRE(library.sync());
    const auto report = library.sync().value();
    BOOST_TEST(!report.generation);
    BOOST_TEST(!report.changed());
    BOOST_TEST(report.publications == 1U);
}

BOOST_AUTO_TEST_CASE(publishes_what_the_description_says_anew) {
    const Library library;
    library.put("a.md", page("Alpha"));
    const auto with_sure = [&](const std::string& sure) {
        library.folder.write("library.xml",
                             R"(<library xmlns="urn:praxis:library" name="X" extends="default">)"
                             "<topics sure=\"" +
                                 sure + "\"/></library>");
        return library
            .sync([&](SyncOptions& options) {
                options.library = library.folder.path() / "library.xml";
            })
            .value();
    };
    with_sure("0.5");
    BOOST_TEST(!with_sure("0.5").changed());
    BOOST_TEST(with_sure("0.25").generation.has_value());
    BOOST_TEST(library.served()->library().topics.sure == 0.25);
    BOOST_TEST(library.title_of("notes/a") == "Alpha");
}

BOOST_AUTO_TEST_CASE(gives_a_moved_publication_its_old_id) {
    const Library library;
    library.put("a.md", page("Alpha"));
    library.put("b.md", page("Beta"));
    BOOST_REQUIRE(library.sync());
    std::filesystem::rename(library.source / "a.md", library.source / "z.md");
    auto report = library.sync().value();
    BOOST_TEST(report.removed.empty());
    BOOST_TEST(report.added.empty());
    BOOST_TEST(
        (report.moved == std::vector<std::pair<std::string, std::string>>{{"notes/z", "notes/a"}}));
    BOOST_TEST(library.title_of("notes/a") == "Alpha");
    BOOST_TEST(library.served()->aliases().at("notes/z") == "notes/a");

    library.put("z.md", page("Alpha again"));
    report = library.sync().value();
    BOOST_TEST((report.replaced == Ids{"notes/a"}));
    BOOST_TEST(library.title_of("notes/a") == "Alpha again");
}

BOOST_AUTO_TEST_CASE(refuses_the_second_publication_of_an_id_until_the_first_is_gone) {
    const Library library;
    library.put("a.md", "---\nid: same\ntitle: First\n---\ntext\n");
    library.put("b.md", "---\nid: same\ntitle: Second\n---\ntext\n");
    auto report = library.sync().value();
    BOOST_TEST(report.publications == 1U);
    BOOST_TEST(report.rejected() == 1U);
    BOOST_TEST(first_error(report) ==
               "notes/b.md: error: the id same is already that of notes/a.md; give one of them "
               "another id");
    BOOST_TEST(library.title_of("same") == "First");

    BOOST_TEST(library.sync().value().rejected() == 1U);
    library.drop("a.md");
    report = library.sync(allow_removals).value();
    BOOST_TEST(report.rejected() == 0U);
    BOOST_TEST(library.title_of("same") == "Second");
}

BOOST_AUTO_TEST_CASE(keeps_the_last_good_version_of_a_broken_file) {
    const Library library;
    library.put("a.jsonl",
                "{\"id\": \"one\", \"title\": \"One\", \"text\": \"t\"}\n"
                "{\"id\": \"two\", \"title\": \"Two\", \"text\": \"t\"}\n");
    BOOST_REQUIRE(library.sync());
    library.put("a.jsonl",
                "{\"id\": \"one\", \"title\": \"One new\", \"text\": \"t\"}\n"
                "{\"id\": \"two\", \"title\": \n");
    auto report = library.sync().value();
    BOOST_TEST((report.replaced == Ids{"one"}));
    BOOST_TEST((report.kept == Ids{"two"}));
    BOOST_TEST(report.rejected() == 1U);
    BOOST_TEST(library.title_of("two") == "Two");
    // It stays kept, and stays reported, while the file stays broken.
    report = library.sync().value();
    BOOST_TEST(!report.generation);
    BOOST_TEST(report.rejected() == 1U);
    BOOST_TEST(report.publications == 2U);
}

BOOST_AUTO_TEST_CASE(removes_nothing_when_a_source_is_missing) {
    const Library library;
    library.put("a.md", page("Alpha"));
    BOOST_REQUIRE(library.sync());
    std::filesystem::rename(library.source, library.folder.path() / "elsewhere");
    const auto report = library.sync();
    BOOST_REQUIRE(!report);
    BOOST_TEST((report.error().kind() == ErrorKind::Unavailable));
    BOOST_TEST(library.title_of("notes/a") == "Alpha");
}

BOOST_AUTO_TEST_CASE(lets_more_than_a_fifth_vanish_only_when_told_to) {
    const Library library;
    for (int i = 0; i < 10; ++i)
        library.put(std::to_string(i) + ".md", page("Page " + std::to_string(i)));
    BOOST_REQUIRE(library.sync());
    library.drop("0.md");
    library.drop("1.md");
    BOOST_TEST(library.sync().value().removed.size() == 2U);
    library.drop("2.md");
    library.drop("3.md");
    const auto refused = library.sync();
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message() ==
               "2 of the 8 publications of notes would vanish; nothing was published. If that is "
               "meant, add --allow-removals");
    BOOST_TEST(library.title_of("notes/2") == "Page 2");
    BOOST_TEST(library.sync(allow_removals).value().removed.size() == 2U);
}

BOOST_AUTO_TEST_CASE(leaves_word_of_the_last_sync_for_the_server) {
    const Library library;
    library.put("a.md", page("Alpha"));
    library.put("b.jsonl", "{\"id\": \"beta\", \"title\": \"Beta\"}\n");
    library.put("drawing.png", "x");
    BOOST_REQUIRE(library.sync());
    auto summary = index::read_sync_summary(library.index).value().value();
    BOOST_TEST(summary.finished.starts_with("20"));
    BOOST_TEST(summary.published.value() == 1U);
    BOOST_TEST(summary.publications == 2U);
    BOOST_TEST(summary.added == 2U);
    BOOST_TEST(summary.files == 2U);
    BOOST_TEST(summary.ignored_files == 1U);
    BOOST_TEST(summary.rejections.empty());

    // Nothing is published now, and yet somebody must hear of it.
    library.put("b.jsonl", "{\"id\": \"beta\", \n");
    const auto report = library.sync().value();
    BOOST_TEST(!report.generation);
    summary = index::read_sync_summary(library.index).value().value();
    BOOST_TEST(!summary.published);
    BOOST_TEST(summary.publications == 2U);
    BOOST_TEST(summary.added == 0U);
    BOOST_TEST(summary.kept == 1U);
    BOOST_TEST(summary.rejected_files == 1U);
    BOOST_TEST_REQUIRE(summary.rejections.size() == 1U);
    BOOST_TEST(summary.rejections[0].source == "notes");
    BOOST_TEST(summary.rejections[0].path == "b.jsonl");
    BOOST_TEST(summary.rejections[0].line > 0);
    BOOST_TEST(summary.rejections[0].reason != "");
}

BOOST_AUTO_TEST_CASE(leaves_no_word_of_a_dry_run) {
    const Library library;
    library.put("a.md", page("Alpha"));
    BOOST_REQUIRE(library.sync([](SyncOptions& o) { o.dry_run = true; }));
    BOOST_TEST(!index::read_sync_summary(library.index).value());
}

BOOST_AUTO_TEST_CASE(lists_the_first_hundred_rejections) {
    const Library library;
    for (int i = 100; i < 203; ++i)
        library.put("f" + std::to_string(i) + ".pdf", "%PDF-1.4");
    BOOST_REQUIRE(library.sync());
    const auto summary = index::read_sync_summary(library.index).value().value();
    BOOST_TEST(summary.rejected_files == 103U);
    BOOST_TEST_REQUIRE(summary.rejections.size() == 100U);
    BOOST_TEST(summary.rejections.back().path == "f199.pdf");
    BOOST_TEST(summary.more_rejections == 3U);
}

BOOST_AUTO_TEST_CASE(publishes_nothing_on_a_dry_run_or_when_strict) {
    const Library library;
    library.put("a.md", page("Alpha"));
    library.put("b.pdf", "%PDF-1.4");
    const auto dry = library.sync([](SyncOptions& o) { o.dry_run = true; }).value();
    BOOST_TEST((dry.added == Ids{"notes/a"}));
    BOOST_TEST(!dry.generation);
    const auto strict = library.sync([](SyncOptions& o) { o.strict = true; }).value();
    BOOST_TEST(strict.rejected() == 1U);
    BOOST_TEST(!strict.generation);
    BOOST_TEST(library.sync().value().generation.has_value());
}

BOOST_AUTO_TEST_CASE(leaves_other_sources_alone_when_one_is_named) {
    const Library library;
    library.put("a.md", page("Alpha"));
    const auto other = library.folder.write("other/x.md", page("Ex")).parent_path();
    BOOST_REQUIRE(library.sync([&](SyncOptions& o) { o.sources.push_back(other); }));
    library.folder.write("other/y.md", page("Why"));
    const auto report = library
                            .sync([&](SyncOptions& o) {
                                o.sources = {other};
                                o.only_source = "other";
                            })
                            .value();
    BOOST_TEST((report.added == Ids{"other/y"}));
    BOOST_TEST(report.removed.empty());
    BOOST_TEST(library.title_of("notes/a") == "Alpha");
}

BOOST_AUTO_TEST_CASE(refuses_to_publish_after_a_rollback_until_it_may_resume) {
    const Library library;
    library.put("a.md", page("Alpha"));
    BOOST_REQUIRE(library.sync());
    library.put("b.md", page("Beta"));
    BOOST_REQUIRE(library.sync());
    BOOST_REQUIRE(index::roll_back(library.index, 1));
    const auto held = library.sync();
    BOOST_REQUIRE(!held);
    BOOST_TEST((held.error().kind() == ErrorKind::Conflict));
    const auto report = library.sync([](SyncOptions& o) { o.resume = true; }).value();
    BOOST_TEST((report.added == Ids{"notes/b"}));
    BOOST_TEST(report.generation.value() == 3U);
}

BOOST_AUTO_TEST_CASE(gives_items_what_their_issue_has) {
    const Library library;
    library.put("issue.xml",
                R"(<newsletter-issue xmlns="urn:praxis:publication" id="news-7">
  <title>News 7</title><date>2016-05-02</date><series>News</series>
  <item anchor="merger"><title>Merger</title><section><p>Two districts.</p></section></item>
</newsletter-issue>)");
    const auto report = library.sync().value();
    BOOST_TEST(first_error(report) == "");
    const auto generation = library.served();
    const auto document = generation->text().document_of("news-7#merger");
    const auto fallback = generation->text().document_of("notes/issue#merger");
    BOOST_REQUIRE((document || fallback));
    const auto item = generation->text().publication(document ? *document : *fallback);
    BOOST_TEST(item.parent == "news-7");
    BOOST_TEST(item.date.value().date.to_string() == "2016-05-02");
    BOOST_TEST((item.date->origin == schemas::DateOrigin::Parent));
    BOOST_TEST(item.series.value().label() == "News");
}

BOOST_AUTO_TEST_SUITE_END()
