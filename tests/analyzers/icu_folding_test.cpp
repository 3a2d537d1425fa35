// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "analyzers/icu_folding.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

using namespace praxis;
using analyzers::fold;

namespace {

struct Block {
    char32_t first;
    char32_t last;
    const char* name;
};

std::ostream& operator<<(std::ostream& out, const Block& block) {
    return out << block.name;
}

const Block blocks[] = {
    {0x0000, 0x33FF, "alphabets, punctuation, kana, symbols"},
    {0xA000, 0xABFF, "more alphabets"},
    {0xD7B0, 0xD7FF, "old Korean letters"},
    {0xF900, 0xFFFF, "compatibility forms"},
    {0x10000, 0x11FFF, "old scripts"},
    {0x1D400, 0x1D7FF, "letters of mathematics"},
    {0x1F100, 0x1F2FF, "letters in boxes"},
};

const Block syllabic_blocks[] = {
    {0x0904, 0x0939, "Devanagari letters"},
    {0x093E, 0x094C, "Devanagari vowel signs"},
    {0x0BBE, 0x0BC2, "Tamil vowel signs"},
    {0x0E01, 0x0E3A, "Thai letters and vowels"},
    {0x0E40, 0x0E4E, "Thai vowels and tones"},
    {0x17B6, 0x17C5, "Khmer vowel signs"},
};

std::string utf8(char32_t c) {
    std::string text;
    append_utf8(text, c);
    return text;
}

bool is_bearable_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!is_bearable(next_code_point(text, at)))
            return false;
    return is_valid_utf8(text);
}

} // namespace

BOOST_AUTO_TEST_SUITE(icu_folding_suite)

BOOST_DATA_TEST_CASE(folds_every_code_point_for_good, blocks) {
    for (char32_t c = sample.first; c <= sample.last; ++c) {
        const std::string once = fold(utf8(c));
        BOOST_CHECK_MESSAGE(fold(once) == once, "U+" << std::hex << std::uint32_t(c));
        BOOST_CHECK_MESSAGE(c == 0 || is_bearable_text(once), "U+" << std::hex << std::uint32_t(c));
    }
}

// Vowel signs are letters: without them a word is another word.
BOOST_DATA_TEST_CASE(keeps_the_vowel_signs_of_syllabic_scripts, syllabic_blocks) {
    for (char32_t c = sample.first; c <= sample.last; ++c)
        BOOST_CHECK_MESSAGE(!fold(utf8(c)).empty(), "U+" << std::hex << std::uint32_t(c));
}

BOOST_AUTO_TEST_SUITE_END()
