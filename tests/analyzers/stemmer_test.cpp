// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/embedded_text.h"
#include "analyzers/stemmer.h"
#include "analyzers/text_analysis.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

using namespace praxis;
using namespace praxis::analyzers;

namespace {

const std::string family_languages[] = {"en", "es", "fr"};

std::vector<std::string_view> family_lines(const std::string& language) {
    return data_lines("data/word_families_" + language + ".txt");
}

} // namespace

BOOST_AUTO_TEST_SUITE(stemmer_suite)

BOOST_AUTO_TEST_CASE(takes_the_first_part_of_a_language_tag) {
    BOOST_TEST(Stemmer("en-US").stem("cities") == "citi");
    BOOST_TEST(Stemmer("EN").stem("cities") == "citi");
    BOOST_TEST(Stemmer("es-419").stem("viviendas") == "viviend");
    BOOST_TEST(Stemmer("nb").stem("byene") == Stemmer("no").stem("byene"));
}

BOOST_AUTO_TEST_CASE(leaves_words_of_unknown_languages_alone) {
    BOOST_TEST(Stemmer("tlh").stem("cities") == "cities");
    BOOST_TEST(Stemmer("").stem("cities") == "cities");
}

BOOST_AUTO_TEST_CASE(leaves_what_is_no_word_alone) {
    const Stemmer english("en");
    for (const std::string word : {"2019", "m2322", "fy2019", "1990s", "3.5", "c++", ".net"})
        BOOST_TEST(english.stem(word) == word);
}

BOOST_AUTO_TEST_CASE(takes_the_s_off_acronyms) {
    const Stemmer english("en");
    BOOST_TEST(english.stem("rfps") == "rfp");
    BOOST_TEST(english.stem("pdfs") == "pdf");
    BOOST_TEST(english.stem("gps") == "gps");
    BOOST_TEST(english.stem("gis") == "gis");
}

BOOST_AUTO_TEST_CASE(uses_another_stemmer_for_each_language) {
    BOOST_TEST(Stemmer("en").stem("nationale") == "national");
    BOOST_TEST(Stemmer("de").stem("gemeinden") == "gemeind");
    BOOST_TEST(Stemmer("ru").stem("города") == Stemmer("ru").stem("городов"));
}

BOOST_DATA_TEST_CASE(lists_every_family_word_once, family_languages) {
    std::set<std::string_view> seen;
    for (const std::string_view line : family_lines(sample)) {
        const std::vector<std::string_view> words = words_of(line);
        BOOST_TEST(words.size() >= 2U, line << " has no word");
        for (std::size_t i = 1; i < words.size(); ++i)
            BOOST_TEST(seen.insert(words[i]).second, words[i] << " is listed twice");
    }
}

BOOST_DATA_TEST_CASE(lists_family_words_as_analysis_gives_them, family_languages) {
    for (const std::string_view line : family_lines(sample))
        for (const std::string_view word : words_of(line)) {
            const std::vector<Token> tokens = analyze_text(word);
            BOOST_REQUIRE(tokens.size() == 1U);
            BOOST_TEST(tokens.front().text == word);
        }
}

// A family stands apart only if no other word is stemmed to its stem.
BOOST_DATA_TEST_CASE(gives_every_family_a_stem_of_its_own, family_languages) {
    const Stemmer stemmer(sample);
    std::map<std::string, std::string_view> family_of;
    for (const std::string_view line : family_lines(sample))
        for (const std::string_view word : words_of(line))
            family_of.emplace(word, words_of(line).front());
    for (const auto& [word, family] : family_of)
        BOOST_TEST(stemmer.stem(word) == family);
}

BOOST_AUTO_TEST_SUITE_END()
