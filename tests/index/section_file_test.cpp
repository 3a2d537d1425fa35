// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/section_file.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <filesystem>
#include <fstream>
#include <numeric>

using namespace praxis;
using namespace praxis::index;
using praxis::tests::TempDir;

namespace {

constexpr std::uint64_t format = 7;

std::filesystem::path written(const TempDir& folder) {
    auto writer = SectionWriter::create(folder.path() / "image", format);
    std::vector<std::uint32_t> numbers(1000);
    std::iota(numbers.begin(), numbers.end(), 1U);
    writer->section(3, numbers);
    writer->begin(1);
    writer->write("a");
    writer->align(8);
    writer->write(std::string_view("b"));
    BOOST_REQUIRE(writer->finish().has_value());
    return folder.path() / "image";
}

} // namespace

BOOST_AUTO_TEST_SUITE(section_file_suite)

BOOST_AUTO_TEST_CASE(gives_back_what_was_written) {
    const TempDir folder;
    const auto file = SectionFile::map(written(folder), format);
    BOOST_REQUIRE(file);
    const auto numbers = file->values<std::uint32_t>(3);
    BOOST_TEST(numbers.size() == 1000U);
    BOOST_TEST(numbers[999] == 1000U);
    BOOST_TEST(reinterpret_cast<std::uintptr_t>(numbers.data()) % section_alignment == 0U);
    BOOST_TEST(file->bytes(1).size() == 9U);
    BOOST_TEST(file->bytes(1).back() == 'b');
    BOOST_TEST(file->verify().has_value());
    BOOST_CHECK_THROW(file->bytes(2), Error);
    BOOST_CHECK_THROW(file->values<std::uint16_t>(1), Error);
}

BOOST_AUTO_TEST_CASE(appends_what_grew_beside) {
    const TempDir folder;
    auto writer = SectionWriter::create(folder.path() / "image", format);
    const std::size_t side = writer->open_side();
    writer->begin(1);
    std::string beside;
    for (int i = 0; i < 100000; ++i) {
        writer->write("front");
        writer->write_side(side, std::string_view("behind-a-side"));
        beside += "behind-a-side";
    }
    BOOST_TEST(writer->side_size(side) == beside.size());
    writer->close_side(side, 2);
    BOOST_REQUIRE(writer->finish().has_value());
    const auto file = SectionFile::map(folder.path() / "image", format);
    BOOST_REQUIRE(file);
    BOOST_TEST((file->bytes(2) == beside));
    BOOST_TEST(file->bytes(1).size() == 500000U);
}

BOOST_AUTO_TEST_CASE(refuses_another_format) {
    const TempDir folder;
    const auto file = SectionFile::map(written(folder), format + 1);
    BOOST_REQUIRE(!file);
    BOOST_TEST((file.error().kind() == ErrorKind::Corrupt));
}

BOOST_AUTO_TEST_CASE(leaves_no_file_when_it_was_not_finished) {
    const TempDir folder;
    {
        auto writer = SectionWriter::create(folder.path() / "image", format);
        writer->begin(1);
        writer->write("half");
    }
    BOOST_TEST(!std::filesystem::exists(folder.path() / "image"));
}

// Every byte of the file is flipped in turn: mapping or verifying finds it, but for padding.
BOOST_AUTO_TEST_CASE(finds_every_flipped_byte_of_a_section) {
    const TempDir folder;
    const std::string good = tests::file_text(written(folder));
    std::size_t unnoticed = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x20);
        const auto file = SectionFile::map(folder.write("bad", bad), format);
        if (file && file->verify())
            ++unnoticed;
    }
    // 1,000 numbers fill 4,000 bytes; padding: to 4,032, and 9 bytes to 64.
    BOOST_TEST(unnoticed <= 32U + 55U);
}

BOOST_AUTO_TEST_CASE(refuses_every_cut) {
    const TempDir folder;
    const std::string good = tests::file_text(written(folder));
    for (std::size_t length = 0; length < good.size(); length += 7)
        BOOST_TEST(
            !SectionFile::map(folder.write("cut", good.substr(0, length)), format).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
