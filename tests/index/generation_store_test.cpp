// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "base/process.h"
#include "index/folder/index_folder.h"
#include "index/generation_store.h"
#include "index/history.h"
#include "index/image/image_builder.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/tiny_index.h"

#include <fstream>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;
using namespace std::chrono_literals;

namespace {

using Contents = std::map<std::string, std::string>;

// All but segments.gen, which Lucene++ writes for itself and nobody here needs.
std::set<std::string> files_in(const std::filesystem::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().filename() != "segments.gen")
            files.insert(entry.path().lexically_relative(folder).string());
    return files;
}

ErrorKind kind_of(const auto& result) {
    BOOST_REQUIRE(!result.has_value());
    return result.error().kind();
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Contents)
BOOST_TEST_DONT_PRINT_LOG_VALUE(Manifest)
BOOST_TEST_DONT_PRINT_LOG_VALUE(ErrorKind)

BOOST_AUTO_TEST_SUITE(generation_store_suite)

BOOST_AUTO_TEST_CASE(publishes_what_was_given) {
    TinyIndex index;
    const Manifest manifest = index.publish({.put = {{"a", "fire"}, {"b", "water"}}});
    BOOST_TEST(manifest.number == 1U);
    BOOST_TEST(manifest.parent == 0U);
    BOOST_TEST(manifest.published == "2026-11-22T09:00:00Z");
    BOOST_TEST(manifest.publications == 2U);
    BOOST_TEST(Generation::current_number(index.path()).value() == 1U);
    const auto generation = index.open();
    BOOST_TEST(generation->manifest() == manifest);
    BOOST_TEST(contents(*generation) == (Contents{{"a", "fire"}, {"b", "water"}}));
    BOOST_TEST(generation->library().fields.size() == 2U);
}

BOOST_AUTO_TEST_CASE(goes_on_from_the_generation_before) {
    TinyIndex index;
    index.publish({.put = {{"a", "fire"}, {"b", "water"}}});
    index.publish({.put = {{"b", "rain"}, {"c", "earth"}}, .removed = {"a"}});
    const auto generation = index.open();
    BOOST_TEST(contents(*generation) == (Contents{{"b", "rain"}, {"c", "earth"}}));
    BOOST_TEST(generation->manifest().parent == 1U);
    BOOST_TEST(generation->tombstones().contains("a"));
    BOOST_TEST(index.contents(1) == (Contents{{"a", "fire"}, {"b", "water"}}));
    auto store = index.store();
    auto transaction = must(store.begin(tiny_library()));
    BOOST_TEST(!transaction.starts_empty());
    BOOST_TEST(transaction.catalog().publication_count() == 2U);
    BOOST_TEST(transaction.catalog().file_of("b")->path == "b.md");
    BOOST_TEST(transaction.catalog().names.tombstones.contains("a"));
}

BOOST_AUTO_TEST_CASE(publishes_several_times_from_one_open_store) {
    TinyIndex index;
    auto store = index.store();
    Contents expected;
    for (int round = 1; round <= 12; ++round) {
        const std::string id = "p" + std::to_string(round % 5);
        expected[id] = "round " + std::to_string(round);
        const Manifest manifest = must(publish(store, {.put = {{id, expected[id]}}}));
        BOOST_TEST(manifest.number == static_cast<std::uint64_t>(round));
        BOOST_TEST(index.contents() == expected);
    }
}

BOOST_AUTO_TEST_CASE(keeps_the_last_of_two_versions_given_in_one_transaction) {
    TinyIndex index;
    auto store = index.store();
    auto transaction = must(store.begin(tiny_library()));
    must(apply(transaction, {.put = {{"a", "first"}}}));
    must(apply(transaction, {.put = {{"a", "second"}}}));
    must(transaction.publish({}));
    BOOST_TEST(index.contents() == (Contents{{"a", "second"}}));
}

BOOST_AUTO_TEST_CASE(leaves_nothing_of_a_transaction_that_was_not_published) {
    TinyIndex index;
    index.publish({.put = {{"a", "fire"}}});
    const auto files = files_in(index.path());
    {
        auto store = index.store();
        auto transaction = must(store.begin(tiny_library()));
        must(apply(transaction, {.put = {{"b", "x"}}, .removed = {"a"}}));
    }
    BOOST_TEST(index.contents() == (Contents{{"a", "fire"}}));
    BOOST_TEST(files_in(index.path()) == files);
}

BOOST_AUTO_TEST_CASE(publishes_an_empty_library_and_a_change_of_nothing) {
    TinyIndex index;
    BOOST_TEST(index.publish({}).publications == 0U);
    BOOST_TEST(index.publish({}).number == 2U);
    BOOST_TEST(index.contents().empty());
    index.publish({.put = {{"a", "x"}}});
    const Manifest unchanged = index.publish({});
    BOOST_TEST(unchanged.publications == 1U);
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}}));
}

BOOST_AUTO_TEST_CASE(refuses_to_publish_a_catalog_that_is_not_the_index) {
    TinyIndex index;
    index.publish({.put = {{"a", "x"}}});
    auto store = index.store();
    auto transaction = must(store.begin(tiny_library()));
    must(transaction.replace(tiny_entry("b", "not in the catalog")));
    BOOST_TEST(kind_of(transaction.publish({})) == ErrorKind::Internal);
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}}));
}

BOOST_AUTO_TEST_CASE(starts_a_new_index_for_another_analysis_and_keeps_the_old) {
    TinyIndex index;
    index.publish({.put = {{"a", "fire"}, {"b", "water"}}});
    auto store = index.store();
    auto transaction = must(store.begin(tiny_library({"title"})));
    BOOST_TEST(transaction.starts_empty());
    BOOST_TEST(transaction.catalog().publication_count() == 2U);
    const auto old = must(transaction.parent_text());
    BOOST_TEST(old->publication(*old->document_of("a")).title == "fire");
    must(transaction.replace(tiny_entry("a", "fire")));
    must(transaction.replace(tiny_entry("b", "water")));
    const Manifest manifest = must(transaction.publish({}));
    BOOST_TEST(manifest.epoch == 2U);
    BOOST_TEST(index.contents(1) == index.contents(2));
    BOOST_TEST(must(publish(store, {.put = {{"c", "x"}}}, tiny_library({"title"}))).epoch == 2U);
}

BOOST_AUTO_TEST_CASE(says_who_else_is_writing) {
    TinyIndex index;
    const auto store = index.store();
    const auto second = GenerationStore::open(index.path() / ".." / "index", index.options());
    BOOST_TEST(kind_of(second) == ErrorKind::Conflict);
    BOOST_TEST(second.error().message().find(std::to_string(::getpid())) != std::string::npos);
}

// Foundations B3: Lucene++ gives a second process the writer at once.
BOOST_AUTO_TEST_CASE(lets_no_second_process_write) {
    TinyIndex index;
    const auto store = index.store();
    const auto end = must(run_in_child([&]() -> std::string {
        const auto second = GenerationStore::open(index.path(), index.options());
        return second ? "opened" : std::string(name_of(second.error().kind()));
    }));
    BOOST_TEST(end.text == "conflict");
}

BOOST_AUTO_TEST_CASE(keeps_the_files_of_a_leased_generation) {
    TinyIndex index;
    index.publish({.put = {{"a", "old"}}});
    auto leased = index.open();
    for (int day = 0; day < 40; ++day) {
        index.wait(24h);
        index.publish({.put = {{"a", "day " + std::to_string(day)}}});
    }
    BOOST_TEST(index.contents(1) == (Contents{{"a", "old"}}));
    BOOST_TEST(contents(*leased) == (Contents{{"a", "old"}}));
    leased.reset();
    index.publish({.put = {{"a", "end"}}});
    const auto gone = Generation::open(index.path(), 1);
    BOOST_TEST(kind_of(gone) == ErrorKind::NotFound);
    BOOST_TEST(gone.error().message().find("41, 42") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(deletes_the_files_of_generations_no_longer_kept) {
    TinyIndex index;
    for (int day = 0; day < 60; ++day) {
        index.wait(24h);
        index.publish({.put = {{"p" + std::to_string(day % 3), "day " + std::to_string(day)}}});
    }
    const auto kept = must(history(index.path()));
    BOOST_TEST(kept.generations.size() < 35U);
    std::set<std::string> named;
    for (const auto& generation : kept.generations) {
        named.insert("generations/" + std::to_string(generation.manifest.number) + ".json");
        for (const auto* files : {&generation.manifest.files, &generation.manifest.images})
            for (const FileRecord& file : *files)
                named.insert(file.name);
    }
    for (const std::string& file : files_in(index.path()))
        if (file.find('/') != std::string::npos)
            BOOST_TEST(named.contains(file), file << " belongs to no generation");
}

BOOST_AUTO_TEST_CASE(publishes_an_image_of_what_it_holds) {
    TinyIndex index;
    index.publish({.put = {{"a", "old"}, {"b", "x"}}});
    index.publish({.put = {{"a", "new"}, {"c", "x"}}, .removed = {"b"}});
    const auto generation = index.open();
    BOOST_TEST_REQUIRE(generation->images().size() == 1U);
    const auto image = generation->images().front();
    BOOST_TEST(image->document_count() == 2U);
    BOOST_TEST(image->id(0) == "a");
    BOOST_TEST(image->id(1) == "c");
    BOOST_TEST(image->forms().size() == 2U);
    BOOST_TEST(image->forms().find("new").has_value());
    BOOST_TEST(index.open(1)->images().front()->document_of("b").has_value());
}

BOOST_AUTO_TEST_CASE(makes_no_second_image_of_the_same_contents) {
    TinyIndex index;
    const Manifest first = index.publish({.put = {{"a", "x"}}});
    const Manifest second = index.publish({});
    BOOST_TEST((first.images == second.images));
    BOOST_TEST((index.publish({.put = {{"b", "x"}}}).images != second.images));
}

BOOST_AUTO_TEST_CASE(serves_a_generation_whose_image_is_gone_and_makes_it_again) {
    TinyIndex index;
    const Manifest manifest = index.publish({.put = {{"a", "x"}}});
    const std::filesystem::path file = index.path() / manifest.images.front().name;
    std::filesystem::resize_file(file, manifest.images.front().length - 1);
    BOOST_TEST(index.open()->images().empty());
    std::filesystem::remove(file);
    BOOST_TEST(index.open()->images().empty());
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}}));
    BOOST_TEST((index.publish({}).images == manifest.images));
    BOOST_TEST(!index.open()->images().empty());
}

BOOST_AUTO_TEST_CASE(begins_nothing_with_more_fields_than_an_image_has_room_for) {
    TinyIndex index;
    schemas::Library library = tiny_library();
    while (library.fields.size() <= max_image_fields)
        library.fields.push_back(library.fields.front());
    auto store = index.store();
    BOOST_TEST((kind_of(store.begin(library)) == ErrorKind::InvalidInput));
}

BOOST_AUTO_TEST_CASE(writes_only_the_parts_that_changed) {
    TinyIndex index;
    index.publish({.put = {{"a", "x"}}});
    index.publish({.put = {{"b", "x"}}});
    const auto first = index.open(1);
    const auto second = index.open(2);
    BOOST_TEST((files_below(first->manifest(), "library/") ==
                files_below(second->manifest(), "library/")));
    BOOST_TEST((files_below(first->manifest(), "catalog/") !=
                files_below(second->manifest(), "catalog/")));
}

BOOST_AUTO_TEST_CASE(sweeps_what_a_crash_left) {
    TinyIndex index;
    const Manifest manifest = index.publish({.put = {{"a", "x"}}});
    const auto files = files_in(index.path());
    std::ofstream(index.path() / "epochs/1/lucene/_99.cfs") << "left over";
    std::ofstream(index.path() / "epochs/1/lucene/segments_zz") << "left over";
    std::ofstream(index.path() / "catalog/0123456789abcdef.zst") << "left over";
    std::ofstream(index.path() / "CURRENT.123.tmp") << "left over";
    std::filesystem::create_directories(index.path() / "epochs/7/lucene");
    std::ofstream(index.path() / "epochs/7/lucene/_0.cfs") << "left over";
    index.store();
    BOOST_TEST(files_in(index.path()) == files);
    BOOST_TEST(!std::filesystem::exists(index.path() / "epochs/7"));
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}}));
    BOOST_TEST(index.publish({}).number == manifest.number + 1);
}

// A crash between the manifest and CURRENT: it was never published, and its number is used up.
BOOST_AUTO_TEST_CASE(drops_a_manifest_that_never_became_current_and_its_number) {
    TinyIndex index;
    index.publish({.put = {{"a", "x"}}});
    const std::string mark = file_text(index.path() / "CURRENT");
    index.publish({.put = {{"a", "never seen"}}});
    std::ofstream(index.path() / "CURRENT") << mark;
    BOOST_TEST(must(history(index.path())).generations.size() == 1U);
    BOOST_TEST(index.publish({.put = {{"b", "y"}}}).number == 3U);
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}, {"b", "y"}}));
    BOOST_TEST(kind_of(Generation::open(index.path(), 2)) == ErrorKind::NotFound);
}

BOOST_AUTO_TEST_CASE(refuses_to_write_over_a_damaged_manifest) {
    TinyIndex index;
    index.publish({.put = {{"a", "x"}}});
    index.publish({.put = {{"b", "x"}}});
    std::ofstream(index.path() / "generations/1.json", std::ios::app) << " ";
    const auto store = GenerationStore::open(index.path(), index.options());
    BOOST_TEST(kind_of(store) == ErrorKind::Corrupt);
    BOOST_TEST(store.error().message().find("generations/1.json") != std::string::npos);
    BOOST_TEST(index.contents().size() == 2U);
}

BOOST_AUTO_TEST_CASE(says_that_there_is_no_library_yet) {
    TinyIndex index;
    BOOST_TEST(kind_of(Generation::open(index.path())) == ErrorKind::NotFound);
    index.store();
    BOOST_TEST(kind_of(Generation::open(index.path())) == ErrorKind::NotFound);
    BOOST_TEST(kind_of(Generation::current_number(index.path())) == ErrorKind::NotFound);
}

// A library whose analysis another program version would do otherwise is not served.
BOOST_AUTO_TEST_CASE(refuses_to_open_another_analysis) {
    TinyIndex index;
    Manifest manifest = index.publish({.put = {{"a", "x"}}});
    manifest.analysis += 1;
    const std::string json = manifest_to_json(manifest);
    std::ofstream(index.path() / "generations/1.json") << json;
    std::ofstream(index.path() / "CURRENT") << "1 " << to_hex(fingerprint_of(json)) << "\n";
    const auto opened = Generation::open(index.path());
    BOOST_TEST(kind_of(opened) == ErrorKind::Conflict);
    BOOST_TEST(opened.error().message().find("sync again") != std::string::npos);
}

// Foundations 0.15: under the C locale Lucene++'s own directory fails on such a path.
BOOST_AUTO_TEST_CASE(works_below_a_folder_with_any_name_in_any_locale) {
    for (const char* locale : {"C", "no-such-locale"}) {
        const TempDir folder;
        const auto end = must(run_in_child([&]() -> std::string {
            ::setenv("LC_ALL", locale, 1);
            const auto path = folder.path() / "Büchereï 図書館 with blanks";
            StoreOptions options;
            options.disk.free_space_floor = 0;
            auto store = must(GenerationStore::open(path, options));
            must(publish(store, {.put = {{"a", "x"}}}));
            return contents(*must(Generation::open(path))).at("a");
        }));
        BOOST_TEST(end.text == "x");
    }
}

BOOST_AUTO_TEST_SUITE_END()
