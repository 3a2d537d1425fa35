// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/fingerprint.h"
#include "index/verify.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/tiny_index.h"

#include <fstream>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

Change library_of(int count) {
    Change change;
    for (int i = 0; i < count; ++i)
        change.put["p" + std::to_string(i)] =
            "common words and number " + std::to_string(i) + " of " + std::to_string(i % 7);
    return change;
}

// A small index with every kind of file: deletions, tombstones, two generations.
void fill(TinyIndex& index) {
    index.publish(library_of(40));
    index.publish({.put = {{"p1", "another title"}}, .removed = {"p2"}});
}

std::vector<std::string> all_files(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.file_size() > 0)
            files.push_back(entry.path().lexically_relative(folder).string());
    std::sort(files.begin(), files.end());
    return files;
}

void flip(std::string& bytes, std::size_t at) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 0x10U);
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// Offsets spread over a file, its first and last byte among them.
std::vector<std::size_t> offsets_in(std::size_t size, std::size_t count) {
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < count; ++i)
        offsets.push_back((size - 1) * i / (count - 1));
    return offsets;
}

// Locks hold nothing, and Lucene++'s own pointer to its last commit is never read.
bool carries_nothing(const std::string& file) {
    return file.ends_with(".flock") || file.ends_with("segments.gen");
}

// Whether a generation opens, with its image.
bool is_whole(const TinyIndex& index, std::optional<std::uint64_t> number) {
    const auto opened = Generation::open(index.path(), number);
    return opened && !(*opened)->images().empty();
}

} // namespace

BOOST_AUTO_TEST_SUITE(verify_suite)

BOOST_AUTO_TEST_CASE(finds_nothing_wrong_with_a_sound_index) {
    TinyIndex index;
    fill(index);
    const VerifyReport report = verify(index.path());
    BOOST_TEST(report.problems == std::vector<std::string>(), boost::test_tools::per_element());
    BOOST_TEST(report.generations == 2U);
    BOOST_TEST(report.publications == 39U);
    BOOST_TEST(report.terms > 40U);
    BOOST_TEST(report.files > 5U);
}

BOOST_AUTO_TEST_CASE(says_that_there_is_nothing) {
    TinyIndex index;
    BOOST_TEST(!verify(index.path()).sound());
}

// Foundations B4: stock Lucene++ answers wrongly, or crashes, for most of these.
BOOST_AUTO_TEST_CASE(refuses_a_flipped_byte_in_any_file) {
    TinyIndex index;
    fill(index);
    int flips = 0;
    for (const std::string& name : all_files(index.path())) {
        if (carries_nothing(name))
            continue;
        const auto file = index.path() / name;
        const std::string sound = file_text(file);
        for (const std::size_t at : offsets_in(sound.size(), 9)) {
            std::string damaged = sound;
            flip(damaged, at);
            write(file, damaged);
            ++flips;
            const bool refused = !is_whole(index, 1) || !is_whole(index, 2) ||
                                 !is_whole(index, std::nullopt) ||
                                 !GenerationStore::open(index.path(), index.options());
            BOOST_TEST(refused, name << " at " << at);
            if (at == 0)
                BOOST_TEST(!verify(index.path()).sound(), name);
        }
        write(file, sound.substr(0, sound.size() / 2));
        BOOST_TEST(!verify(index.path()).sound(), name << " cut");
        write(file, sound);
    }
    BOOST_TEST(flips > 100);
    BOOST_TEST(verify(index.path()).sound());
}

BOOST_AUTO_TEST_CASE(names_the_file_that_is_missing) {
    TinyIndex index;
    fill(index);
    const std::string name = index.open()->manifest().files.back().name;
    std::filesystem::remove(index.path() / name);
    const VerifyReport report = verify(index.path());
    BOOST_TEST_REQUIRE(!report.sound());
    BOOST_TEST(report.problems.front().find(name) != std::string::npos);
    const auto opened = Generation::open(index.path());
    BOOST_TEST_REQUIRE(!opened.has_value());
    BOOST_TEST((opened.error().kind() == ErrorKind::Corrupt));
}

// Damage that checksums cannot see: written so, or made by somebody who mended the manifest. It may
// crash Lucene++, but only in the child.
BOOST_AUTO_TEST_CASE(survives_damage_under_a_right_checksum) {
    TinyIndex index;
    index.publish(library_of(300));
    const Manifest manifest = index.open()->manifest();
    int found = 0;
    int flips = 0;
    for (std::size_t file = 0; file < manifest.files.size(); ++file) {
        const auto path = index.path() / manifest.files[file].name;
        if (!manifest.files[file].name.starts_with("epochs/"))
            continue;
        const std::string sound = file_text(path);
        for (const std::size_t at : offsets_in(sound.size(), 24)) {
            std::string damaged = sound;
            flip(damaged, at);
            write(path, damaged);
            Manifest mended = manifest;
            mended.files[file].checksum = fingerprint_of(damaged);
            const std::string json = manifest_to_json(mended);
            write(index.path() / "generations/1.json", json);
            write(index.path() / "CURRENT", "1 " + to_hex(fingerprint_of(json)) + "\n");
            found += verify(index.path()).sound() ? 0 : 1;
            ++flips;
        }
        write(path, sound);
    }
    BOOST_TEST_MESSAGE(found << " of " << flips << " found");
    BOOST_TEST(flips >= 48);
    BOOST_TEST(found > flips / 2);
}

// docs/index_format.md, "Backup and restore": no file is written over, so links are enough.
BOOST_AUTO_TEST_CASE(can_be_restored_from_a_copy_of_links) {
    TinyIndex index;
    fill(index);
    const TempDir folder;
    const auto backup = folder.path() / "backup";
    std::filesystem::copy(index.path(),
                          backup,
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::create_hard_links);
    const auto before = contents(*index.open());
    for (int day = 0; day < 45; ++day) {
        index.wait(std::chrono::hours(24));
        index.publish({.put = {{"p1", "day " + std::to_string(day)}},
                       .removed = {"p" + std::to_string(day + 3)}});
    }
    BOOST_TEST(verify(backup).sound());
    BOOST_TEST((contents(*must(Generation::open(backup))) == before));
    BOOST_TEST(verify(index.path()).sound());
}

BOOST_AUTO_TEST_CASE(notices_a_catalog_that_is_not_the_index) {
    TinyIndex index;
    {
        auto store = index.store();
        auto transaction = must(store.begin(tiny_library()));
        must(apply(transaction, {.put = {{"a", "x"}}}));
        must(transaction.replace(tiny_entry("a", "other than the catalog says")));
        must(transaction.publish({}));
    }
    const VerifyReport report = verify(index.path());
    BOOST_TEST_REQUIRE(report.problems.size() == 1U);
    BOOST_TEST(report.problems.front() == "a is not the publication that the catalog knows");
}

BOOST_AUTO_TEST_SUITE_END()
