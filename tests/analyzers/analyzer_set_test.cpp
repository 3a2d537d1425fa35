// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/fingerprint.h"
#include "analyzers/analyzer_set.h"

#include <boost/test/unit_test.hpp>

#include "tests/analyzers/analyzers_of.h"
#include "tests/support/token_notation.h"

using namespace praxis;
using analyzers::AnalyzerSet;
using Words = std::vector<std::string>;

namespace {

AnalyzerSet analyzers_in(const std::vector<std::string>& languages) {
    schemas::Library library;
    library.languages = languages;
    return AnalyzerSet(library);
}

// One of everything that the rules know.
constexpr std::string_view sample_text =
    "The City’s council-manager form, U.S. and O'Neill's R&D (2017–2020, FY19) § 508, 1,000,000 "
    "people; 3.5 % of C++ at https://www.example.gov/a-b?c#d, #OpenData, jane@example.gov, café, "
    "Straße, 東京都に住む, e-mail, 401(k), 9-1-1, 1990's, H.R. 1234, 202.555.0123, don't";

} // namespace

BOOST_AUTO_TEST_SUITE(analyzer_set_suite)

BOOST_AUTO_TEST_CASE(gives_a_stem_for_each_language_the_default_first) {
    BOOST_TEST(analyzers_in({"en"}).stems("nations") == Words({"nation"}));
    BOOST_TEST(analyzers_in({"en", "es"}).stems("ciudades") == Words({"ciudad"}));
    BOOST_TEST(analyzers_in({"es", "en"}).stems("actions") == Words({"actions", "action"}));
    BOOST_TEST(analyzers_in({"en", "es"}).stems("actions") == Words({"action", "actions"}));
}

BOOST_AUTO_TEST_CASE(gives_the_word_itself_without_languages) {
    BOOST_TEST(analyzers_in({}).stems("cities") == Words({"cities"}));
    BOOST_TEST(analyzers_in({"en"}).stems("2019") == Words({"2019"}));
}

BOOST_AUTO_TEST_CASE(folds_patterns_without_parting_them) {
    BOOST_TEST(AnalyzerSet::fold("José*") == "jose*");
    BOOST_TEST(AnalyzerSet::fold("W?rd") == "w?rd");
    BOOST_TEST(AnalyzerSet::fold("O’N*") == "o'n*");
}

BOOST_AUTO_TEST_CASE(knows_stop_words_in_their_exact_form) {
    const AnalyzerSet english = analyzers_in({"en"});
    for (const char* word : {"the", "of", "and", "concerning", "document", "dont", "cannot"})
        BOOST_TEST(english.is_stop_word(word), word);
    for (const char* word : {"us", "city", "not1", "policy", "research", "la", ""})
        BOOST_TEST(!english.is_stop_word(word), word);
}

BOOST_AUTO_TEST_CASE(stops_words_of_the_librarys_languages_only) {
    BOOST_TEST(analyzers_in({"en", "es"}).is_stop_word("los"));
    BOOST_TEST(analyzers_in({"fr-CA"}).is_stop_word("etre"));
    BOOST_TEST(analyzers_in({"de"}).is_stop_word("fur"));
    BOOST_TEST(!analyzers_in({"de"}).is_stop_word("the"));
    BOOST_TEST(!analyzers_in({}).is_stop_word("the"));
}

BOOST_AUTO_TEST_CASE(a_library_says_which_words_of_queries_are_left_out) {
    schemas::Library library;
    library.languages = {"en"};
    library.stop_words = {{"County", "state's"}, {"information"}};
    const AnalyzerSet set(library);
    for (const char* word : {"county", "state", "the"})
        BOOST_TEST(set.is_query_stop_word(word), word);
    BOOST_TEST(!set.is_query_stop_word("information"));
    BOOST_TEST(!set.is_stop_word("county"));
    BOOST_TEST(set.is_stop_word("information"));
}

// When this fails, the same text gives other tokens than the indexes out there hold: raise
// `rules_version` in analyzers/analyzer_set.cpp, then put the new fingerprint here.
BOOST_AUTO_TEST_CASE(has_another_version_when_tokens_change) {
    const AnalyzerSet set = tests::analyzers_of("en");
    BOOST_TEST(to_hex(fingerprint_of(tests::notation_of(set.analyze(sample_text)))) ==
               "96e2755e69e11513");
}

BOOST_AUTO_TEST_SUITE_END()
