// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/source_walk.h"

#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include "tests/support/temp_dir.h"

#include <algorithm>
#include <string>

using namespace praxis;
using namespace praxis::corpus;
using praxis::tests::TempDir;

namespace {

struct Fixture {
    TempDir folder;
    schemas::Library library;
    schemas::Source source;
    ReaderRegistry registry;

    Result<Walk> walk(const std::filesystem::path& root) const {
        return walk_source(root, PathRules(library, source), registry);
    }

    std::string paths() const {
        const auto found = walk(folder.path());
        BOOST_REQUIRE(found.has_value());
        std::string all;
        for (const WalkedFile& file : found->files)
            all += (all.empty() ? "" : " ") + file.source.path;
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(source_walk_suite, Fixture)

BOOST_AUTO_TEST_CASE(lists_files_sorted_by_path) {
    folder.write("b.txt", "");
    folder.write("a/z.txt", "");
    folder.write("a/B.txt", "");
    folder.write("a-b/c.txt", "");
    BOOST_TEST(paths() == "a-b/c.txt a/B.txt a/z.txt b.txt");
}

BOOST_AUTO_TEST_CASE(leaves_hidden_names_out) {
    folder.write(".git/config.txt", "");
    folder.write(".hidden.txt", "");
    folder.write("a.txt", "");
    BOOST_TEST(paths() == "a.txt");
}

BOOST_AUTO_TEST_CASE(leaves_out_and_counts_what_rules_skip) {
    folder.write("drafts/a.txt", "");
    folder.write("b.txt", "");
    library.rules = {{"drafts/**", true, {}}};
    BOOST_TEST(paths() == "b.txt");
    BOOST_TEST(walk(folder.path())->skipped == 1U);
}

BOOST_AUTO_TEST_CASE(knows_each_files_stamp) {
    const auto file = folder.write("a.txt", "four");
    BOOST_TEST((walk(folder.path())->files.at(0).stamp == *stamp_of(file)));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_read_along_is_no_entry_of_its_own) {
    folder.write("posts/a.json",
                 R"({"data": {"id": 7, "title": "A", "guid": "https://a.org/?p=7"}})");
    folder.write("posts/b.json", R"({"version": 1})");
    const auto text = folder.write("posts/a.html", "<p>Text.</p>");
    folder.write("posts/b.html", "<p>Text.</p>");
    BOOST_TEST(paths() == "posts/a.json posts/b.html posts/b.json");
    BOOST_TEST((walk(folder.path())->files.at(0).companion == *stamp_of(text)));
}

BOOST_AUTO_TEST_CASE(walks_a_single_file) {
    const auto file = folder.write("x/a.txt", "text");
    const auto found = walk(file);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->files.at(0).source.path == "a.txt");
}

BOOST_AUTO_TEST_CASE(never_walks_in_circles) {
    folder.write("a/b.txt", "");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a" / "up");
    std::filesystem::create_directory_symlink(folder.path() / "a", folder.path() / "again");
    std::filesystem::create_directory_symlink(folder.path().parent_path(),
                                              folder.path() / "a" / "around");
    BOOST_TEST(paths() == "a/b.txt");
}

BOOST_AUTO_TEST_CASE(follows_links_that_lead_out) {
    const TempDir other;
    other.write("far/c.txt", "");
    other.write("d.txt", "");
    std::filesystem::create_directory_symlink(other.path() / "far", folder.path() / "near");
    std::filesystem::create_symlink(other.path() / "d.txt", folder.path() / "e.txt");
    BOOST_TEST(paths() == "e.txt near/c.txt");
}

BOOST_AUTO_TEST_CASE(two_links_that_lead_to_each_other_end) {
    const TempDir other;
    std::filesystem::create_directory_symlink(other.path(), other.path() / "self");
    other.write("c.txt", "");
    std::filesystem::create_directory_symlink(other.path(), folder.path() / "other");
    BOOST_TEST(paths() == "other/c.txt");
}

BOOST_AUTO_TEST_CASE(tells_of_links_that_lead_nowhere) {
    std::filesystem::create_symlink("missing", folder.path() / "a.txt");
    const auto found = walk(folder.path());
    BOOST_REQUIRE(found->diagnostics.size() == 1U);
    BOOST_TEST(found->diagnostics[0].path == "a.txt");
}

BOOST_AUTO_TEST_CASE(shows_names_that_are_not_utf8) {
    folder.write("caf\xE9.txt", "");
    const auto found = walk(folder.path());
    BOOST_REQUIRE(found->files.size() == 1U);
    BOOST_TEST(found->files[0].source.path == "café.txt");
    BOOST_TEST(std::filesystem::exists(found->files[0].source.file));
    BOOST_TEST(found->diagnostics.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_missing_source_is_an_error) {
    const auto found = walk(folder.path() / "missing");
    BOOST_REQUIRE(!found.has_value());
    BOOST_TEST((found.error().kind() == ErrorKind::NotFound));
}

BOOST_AUTO_TEST_CASE(an_unreadable_folder_is_told_and_listed,
                     *boost::unit_test::precondition([](boost::unit_test::test_unit_id) {
                         return ::geteuid() != 0; // root reads everything
                     })) {
    folder.write("a/b.txt", "");
    folder.write("c.txt", "");
    std::filesystem::permissions(folder.path() / "a", std::filesystem::perms::none);
    const auto found = walk(folder.path());
    std::filesystem::permissions(folder.path() / "a", std::filesystem::perms::owner_all);
    BOOST_TEST(found->files.size() == 1U);
    BOOST_TEST(found->unreadable.at(0) == "a/");
}

BOOST_AUTO_TEST_SUITE_END()
