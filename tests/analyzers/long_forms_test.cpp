// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/long_forms.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::analyzers;

namespace {

// "CIP = Capital Improvement Program; IG = Innovation Groups"
std::string pairs_in(std::string_view text) {
    std::string pairs;
    for (const LongForm& found : find_long_forms(text))
        pairs += (pairs.empty() ? "" : "; ") + std::string(found.acronym) + " = " +
                 std::string(found.long_form);
    return pairs;
}

struct Row {
    std::string text;
    std::string pairs;
    std::string why;
};

const std::vector<Row> rows = {
    {"The Capital Improvement Program (CIP) pays.", "CIP = Capital Improvement Program", "plain"},
    {"the capital improvement program (CIP)", "CIP = capital improvement program", "in any case"},
    {"CIP (Capital Improvement Program) pays.",
     "CIP = Capital Improvement Program",
     "turned round"},
    {"Centers for Disease Control and Prevention (CDC)",
     "CDC = Centers for Disease Control and Prevention",
     "small words and a last one without a letter of its own"},
    {"Freedom of Information Act (FOIA)", "FOIA = Freedom of Information Act", "with small words"},
    {"OMB (Office of Management and Budget)",
     "OMB = Office of Management and Budget",
     "initials without small words"},
    {"public housing agencies (PHAs)", "PHA = public housing agencies", "the s of a plural"},
    {"Department of Defense (DoD)", "DoD = Department of Defense", "one small letter"},
    {"research and development (R&D)", "R&D = research and development", "a sign in it"},
    {"Coronavirus Disease 2019 (COVID-19)", "COVID-19 = Coronavirus Disease 2019", "digits"},
    {"General Services Administration’s (GSA)",
     "GSA = General Services Administration",
     "the possessive is no part"},
    {"Office of the Chief Economist (OCE)",
     "OCE = Office of the Chief Economist",
     "the longest words, and not those behind a small one"},
    {"the “Clean Air Act” (“CAA”)", "CAA = Clean Air Act", "quotation marks aside"},
    {"Office of Emergency Management (OEM, since 2004)",
     "OEM = Office of Emergency Management",
     "what follows a comma aside"},
    {"the U.S. Forest Service (USFS) and the Fish and Wildlife Service (FWS)",
     "USFS = U.S. Forest Service; FWS = Fish and Wildlife Service",
     "an abbreviation's dot ends no sentence"},
    {"It was the city. Improvement is planned (CIP)", "", "not over the end of a sentence"},
    {"Capital\nImprovement Program (CIP)", "", "nor of a line"},
    {"(see capital) improvement program (CIP)", "", "nor of a parenthesis"},
    {"a budget of two hundred (USD)", "", "letters that are not there"},
    {"the second part (II)", "", "a numeral"},
    {"Television (TV)", "", "one word is no long form"},
    {"tele vision (tv)", "", "no capitals"},
    {"public housing (Public Housing)", "", "no acronym"},
    {"Fire Department (see FD)", "", "more than the acronym"},
    {"CIP (City In Peru and more)", "", "other initials"},
    {"capital improvement program (CIP", "", "never closed"},
    {"(CIP)", "", "nothing in front"},
    {"()", "", "nothing inside"},
    {"", "", "nothing at all"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(long_forms_suite)

BOOST_AUTO_TEST_CASE(finds_what_a_text_explains) {
    for (const Row& row : rows) {
        const std::string pairs = pairs_in(row.text);
        BOOST_TEST(pairs == row.pairs, row.text << ": " << row.why << ": " << pairs);
    }
}

BOOST_AUTO_TEST_CASE(is_verbatim_at_its_offsets_in_any_text) {
    const std::vector<std::string> pieces = {
        "(", ")", "CIP", "Capital", "Improvement", "program", ".", "\n", " ", "“", "’s", "é", ","};
    std::size_t found_in_all = 0;
    for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
        std::string text;
        std::uint32_t state = seed * 2654435761U + 1;
        for (int i = 0; i < 14; ++i) {
            state = state * 1664525U + 1013904223U;
            text += pieces[(state >> 16U) % pieces.size()];
            text += i % 2 == 0 ? " " : "";
        }
        for (const LongForm& found : find_long_forms(text)) {
            const auto at = [&](const TextSpan& span) {
                return std::string_view(text).substr(span.begin, span.end - span.begin);
            };
            BOOST_TEST_REQUIRE(at(found.acronym_at) == found.acronym);
            BOOST_TEST_REQUIRE(at(found.long_form_at) == found.long_form);
            BOOST_TEST_REQUIRE(found.long_form.find(' ') != std::string_view::npos);
            BOOST_TEST_REQUIRE((found.long_form_at.end <= found.acronym_at.begin ||
                                found.acronym_at.end <= found.long_form_at.begin));
            ++found_in_all;
        }
    }
    BOOST_TEST(found_in_all > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
