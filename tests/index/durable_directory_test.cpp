// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/lucene/door_lucene.h"
#include "index/lucene/durable_directory_lucene.h"

#include <boost/test/unit_test.hpp>
#include <lucene++/IndexInput.h>
#include <lucene++/IndexOutput.h>

#include "tests/index/counted_faults.h"
#include "tests/support/temp_dir.h"

#include <cerrno>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

DurableDirectoryPtr directory_in(const TempDir& folder, DiskFaults* faults = nullptr) {
    return Lucene::newLucene<DurableDirectory>(
        folder.path(), DiskOptions{.free_space_floor = 0, .faults = faults});
}

void write(const DurableDirectoryPtr& directory, const std::string& name, const std::string& text) {
    const auto output = directory->createOutput(to_wide(name));
    output->writeBytes(reinterpret_cast<const uint8_t*>(text.data()),
                       static_cast<int32_t>(text.size()));
    output->close();
}

std::string read(const Lucene::IndexInputPtr& input, std::size_t count) {
    std::string text(count, '\0');
    input->readBytes(reinterpret_cast<uint8_t*>(text.data()), 0, static_cast<int32_t>(count));
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(durable_directory_suite)

BOOST_AUTO_TEST_CASE(writes_lists_and_deletes) {
    const TempDir folder;
    const auto directory = directory_in(folder);
    const std::string text(100'000, 'x'); // more than one buffer
    write(directory, "_0.cfs", text);
    directory->sync(L"_0.cfs");
    BOOST_TEST((file_text(folder.path() / "_0.cfs") == text));
    BOOST_TEST(directory->fileLength(L"_0.cfs") == 100'000);
    BOOST_TEST(directory->listAll().size() == 1);
    directory->deleteFile(L"_0.cfs");
    BOOST_TEST(!directory->fileExists(L"_0.cfs"));
    BOOST_CHECK_THROW(directory->fileLength(L"_0.cfs"), Lucene::FileNotFoundException);
    BOOST_CHECK_THROW(directory->openInput(L"_0.cfs"), Lucene::FileNotFoundException);
    BOOST_TEST(!directory->failure().has_value());
}

BOOST_AUTO_TEST_CASE(writes_where_it_was_sent_back_to) {
    const TempDir folder;
    const auto directory = directory_in(folder);
    const auto output = directory->createOutput(L"f");
    output->writeInt(0);
    output->writeInt(7);
    output->seek(0);
    output->writeInt(9);
    output->close();
    const auto input = directory->openInput(L"f");
    BOOST_TEST(input->readInt() == 9);
    BOOST_TEST(input->readInt() == 7);
    BOOST_TEST(input->length() == 8);
}

// A backup may be made of links, and a reader may have the old file open.
BOOST_AUTO_TEST_CASE(never_writes_over_a_file) {
    const TempDir folder;
    const auto directory = directory_in(folder);
    write(directory, "f", "old content");
    std::filesystem::create_hard_link(folder.path() / "f", folder.path() / "link");
    const auto open_before = directory->openInput(L"f");
    write(directory, "f", "new");
    BOOST_TEST(file_text(folder.path() / "link") == "old content");
    BOOST_TEST(read(open_before, 11) == "old content");
    BOOST_TEST(file_text(folder.path() / "f") == "new");
}

BOOST_AUTO_TEST_CASE(reads_by_clones_that_do_not_disturb_each_other) {
    const TempDir folder;
    const auto directory = directory_in(folder);
    write(directory, "f", "0123456789");
    const auto input = directory->openInput(L"f");
    input->seek(3);
    const auto clone = boost::dynamic_pointer_cast<Lucene::IndexInput>(input->clone());
    BOOST_TEST(read(clone, 2) == "34");
    BOOST_TEST(read(input, 1) == "3");
    input->close();
    BOOST_TEST(read(clone, 2) == "56");
    clone->seek(9);
    BOOST_CHECK_THROW(read(clone, 2), Lucene::IOException);
    clone->seek(0);
    BOOST_TEST(read(clone, 1) == "0"); // an error does not stick
    BOOST_CHECK_THROW(read(input, 1), Lucene::LuceneException);
}

BOOST_AUTO_TEST_CASE(remembers_the_first_failure) {
    const TempDir folder;
    FailNth faults(2, ENOSPC, true);
    const auto directory = directory_in(folder, &faults);
    const auto output = directory->createOutput(L"f");
    output->writeInt(1);
    BOOST_CHECK_THROW(output->close(), Lucene::IOException);
    BOOST_CHECK_THROW(directory->createOutput(L"g"), Lucene::IOException);
    BOOST_TEST_REQUIRE(directory->failure().has_value());
    BOOST_TEST((directory->failure()->kind() == ErrorKind::NoSpace));
    BOOST_TEST(directory->failure()->message().find("write") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(fails_to_sync_what_is_not_there) {
    const TempDir folder;
    const auto directory = directory_in(folder);
    BOOST_CHECK_THROW(directory->sync(L"none"), Lucene::IOException);
}

BOOST_AUTO_TEST_SUITE_END()
