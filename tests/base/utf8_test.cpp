// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis;

namespace {

struct RepairRow {
    std::string input;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const RepairRow& row) {
    return out << row.why;
}

const RepairRow repair_rows[] = {
    {"plain", "plain", "ASCII stays"},
    {"caf\xC3\xA9", "caf\xC3\xA9", "two bytes stay"},
    {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", "four bytes stay"},
    {"a\xFFz", "a\uFFFDz", "a byte that never occurs"},
    {"\xC0\xAF", "\uFFFD\uFFFD", "an overlong form is not one code point"},
    {"\xE2\x82", "\uFFFD", "a cut sequence is one maximal subpart"},
    {"\xE2\x82z", "\uFFFDz", "the byte behind a cut sequence is kept"},
    {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", "a surrogate"},
    {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", "beyond U+10FFFF"},
    {std::string("a\0b", 3), "a\uFFFDb", "NUL"},
    {"\xEF\xBF\xBE", "\uFFFD", "U+FFFE"},
    {"\xF0\x9F\xBF\xBF", "\uFFFD", "U+1FFFF ends a stored string of Lucene++"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(utf8_suite)

BOOST_DATA_TEST_CASE(repairs_what_the_index_cannot_bear, repair_rows) {
    BOOST_TEST(repair_utf8(sample.input) == sample.expected);
    BOOST_TEST(is_valid_utf8(repair_utf8(sample.input)));
}

// Whichever byte ends them, wherever it stands among eight.
BOOST_AUTO_TEST_CASE(knows_how_far_printable_ascii_goes) {
    for (int value = 0; value < 256; ++value) {
        const auto byte = static_cast<char>(value);
        const bool is_plain = value >= ' ' && value <= '~';
        for (std::size_t place = 0; place < 20; ++place) {
            std::string text(20, value % 2 == 0 ? ' ' : '~');
            text[place] = byte;
            BOOST_TEST(plain_length(text, 0) == (is_plain ? 20 : place));
            BOOST_TEST(plain_length(text, place) == (is_plain ? 20 - place : 0));
        }
    }
}

BOOST_AUTO_TEST_CASE(counts_and_cuts_by_code_points) {
    BOOST_TEST(count_code_points("na\u00EFve") == 5U);
    BOOST_TEST(first_code_points("na\u00EFve", 3) == "na\u00EF");
    BOOST_TEST(first_code_points("ab", 9) == "ab");
    BOOST_TEST(code_point_offset("na\u00EFve", 4) == 3U);
}

BOOST_AUTO_TEST_CASE(collapses_all_kinds_of_blanks) {
    BOOST_TEST(collapse_whitespace(" a\t\r\n b\u00A0\u00A0c ") == "a b c");
    BOOST_TEST(trim("\u00A0 a b \n") == "a b");
    BOOST_TEST(trim(" \t") == "");
}

BOOST_AUTO_TEST_SUITE_END()
