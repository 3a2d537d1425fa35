// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "corpus/double_encoding.h"
#include "corpus/windows_1252.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis;
using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

// What happens to text that is read as windows-1252 and written as UTF-8.
std::string spoilt(std::string_view text) {
    std::string written;
    for (const char c : text)
        append_utf8(written, windows_1252_code_point(static_cast<unsigned char>(c)));
    return written;
}

const Row rows[] = {
    {spoilt("the city’s “plan” – done"), "the city’s “plan” – done", "punctuation"},
    {spoilt("résumé à la carte"), "résumé à la carte", "letters inside words"},
    {spoilt("10° and £5"), "10° and £5", "Latin signs"},
    {spoilt(spoilt("don’t")), "don’t", "spoilt twice"},
    {spoilt("smile 😀"), "smile 😀", "four bytes"},
    // Text that people do write.
    {"il dit à « Paris »", "il dit à « Paris »", "a French quotation"},
    {"«AMANHÃ»", "«AMANHÃ»", "a capital in front of a closing quote"},
    {"SÃO PAULO", "SÃO PAULO", "Portuguese capitals"},
    {"Ângela, Ça va", "Ângela, Ça va", "capitals with accents"},
    {"mâts", "mâts", "a lead alone"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(double_encoding_suite)

BOOST_DATA_TEST_CASE(mends_what_no_language_writes, rows) {
    BOOST_TEST(mend_double_encoding(sample.input).text == sample.expected);
}

BOOST_AUTO_TEST_CASE(counts_what_it_mended) {
    BOOST_TEST(mend_double_encoding(spoilt("a’b’c")).count == 2U);
    BOOST_TEST(mend_double_encoding("a’b").count == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
