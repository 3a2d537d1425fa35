// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "corpus/charset.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis;
using namespace praxis::corpus;
using namespace std::string_literals;

namespace {

struct Row {
    std::string bytes;
    std::string declared;
    std::string text;
    std::string encoding;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row rows[] = {
    {"plain", "", "plain", "UTF-8", "ASCII"},
    {"caf\xC3\xA9", "", "café", "UTF-8", "UTF-8"},
    {"\xEF\xBB\xBFtext", "", "text", "UTF-8", "the mark of UTF-8 vanishes"},
    {"\xFF\xFEh\0i\0"s, "", "hi", "UTF-16LE", "the mark of little-endian UTF-16"},
    {"\xFE\xFF\0h\0i"s, "", "hi", "UTF-16BE", "the mark of big-endian UTF-16"},
    {"T\0o\0w\0n\0"s, "", "Town", "UTF-16LE", "UTF-16 without a mark"},
    {"\0T\0o\0w\0n"s, "", "Town", "UTF-16BE", "the other UTF-16 without a mark"},
    {"caf\xE9 \x93open\x94", "", "café “open”", "windows-1252", "Western bytes by default"},
    {"caf\xE9", "ISO-8859-1", "café", "windows-1252", "the Web's name of windows-1252"},
    {"caf\xE9", "utf-8", "café", "windows-1252", "a wrong declaration of UTF-8"},
    {"\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "Привет", "windows-1251", "what is declared"},
    {"\xC3\xA9t\xC3\xA9 \xC3\xA0",
     "iso-8859-1",
     "été à",
     "UTF-8",
     "a wrong declaration of Latin 1"},
    {"\x83\x65\x83\x58\x83\x67", "Shift_JIS", "テスト", "shift_jis", "two-byte encodings"},
    {"\xE2\x80\x9Cna\xC3\xAFve\xE2\x80\x9D caf\xE9", "", "“naïve” café", "UTF-8", "a stray byte"},
    {"caf\xE9", "no-such-encoding", "café", "windows-1252", "an unknown declaration"},
    {"a\r\nb\rc\n", "", "a\nb\nc\n", "UTF-8", "all line ends"},
    {"a\x0C\x62\xE2\x80\xA8\x63", "", "a\nb\nc", "UTF-8", "form feed and line separator"},
    {"a\x01z\x7F", "", "a z ", "UTF-8", "control characters"},
    {"a\0z and more"s, "", "a z and more", "UTF-8", "a single NUL is no UTF-16"},
    {"don\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2t", "", "don’t", "UTF-8", "encoded twice"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(charset_suite)

BOOST_DATA_TEST_CASE(finds_out_what_bytes_mean, rows) {
    const DecodedText decoded = decode_text(sample.bytes, sample.declared);
    BOOST_TEST(decoded.text == sample.text);
    BOOST_TEST(decoded.encoding == sample.encoding);
}

BOOST_AUTO_TEST_CASE(tells_what_it_guessed_or_mended) {
    BOOST_TEST(decode_text("plain, café").remarks.empty());
    BOOST_TEST(decode_text("caf\xE9").remarks.at(0) ==
               "read as windows-1252: it is not valid UTF-8");
    BOOST_TEST(decode_text("a\x01").remarks.at(0) == "control characters that became blanks: 1");
    BOOST_TEST(decode_text("\xEF\xBB\xBF\xC3\xA9\xC3\xA9\xE2\x82").remarks.at(0) ==
               "stray bytes in UTF-8 text, read as windows-1252: 1");
}

BOOST_AUTO_TEST_CASE(detects_long_text_in_another_alphabet) {
    // "Город принял новый план" in koi8-r, several times
    std::string bytes;
    for (int i = 0; i < 4; ++i)
        bytes += "\xE7\xCF\xD2\xCF\xC4 \xD0\xD2\xC9\xCE\xD1\xCC \xCE\xCF\xD7\xD9\xCA "
                 "\xD0\xCC\xC1\xCE. ";
    BOOST_TEST(decode_text(bytes).text.starts_with("Город принял новый план."));
}

BOOST_AUTO_TEST_CASE(gives_bearable_text_for_any_bytes) {
    rc::check([](const std::string& bytes, const std::string& declared) {
        const DecodedText decoded = decode_text(bytes, declared);
        RC_ASSERT(is_valid_utf8(decoded.text));
        RC_ASSERT(repair_utf8(decoded.text) == decoded.text);
        RC_ASSERT(decoded.text.find('\r') == std::string::npos);
    });
}

BOOST_AUTO_TEST_SUITE_END()
