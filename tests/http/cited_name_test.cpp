// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/cited_name.h"

#include <boost/test/unit_test.hpp>

#include <vector>

namespace praxis::http {

namespace {

struct Row {
    const char* printed;
    CitedName expected;
    const char* why;
};

CitedName body(const char* literal) {
    return {literal, {}, {}, {}};
}

CitedName person(const char* family, const char* given, const char* suffix = "") {
    return {{}, family, given, suffix};
}

} // namespace

BOOST_AUTO_TEST_SUITE(cited_name_suite)

BOOST_AUTO_TEST_CASE(takes_apart_only_what_is_surely_a_person) {
    const std::vector<Row> rows = {
        {"Maria Ortega", person("Ortega", "Maria"), "the plain case"},
        {"Nídia de Sousa", person("de Sousa", "Nídia"), "particles belong to the family"},
        {"Ludwig van der Berg", person("van der Berg", "Ludwig"), "several particles"},
        {"Jose Ignacio Rojo-Laguna", person("Rojo-Laguna", "Jose Ignacio"), "hyphens join"},
        {"Ortega, Maria", person("Ortega", "Maria"), "a source that inverts"},
        {"Richard Roe Jr.", person("Roe", "Richard", "Jr."), "a generation"},
        {"Roe, Richard Jr.", person("Roe", "Richard", "Jr."), "a generation behind the given name"},
        {"Richard Roe, III", person("Roe", "Richard", "III"), "a generation behind a comma"},
        {"Jane Roe, PhD", person("Roe", "Jane"), "degrees are not cited"},
        {"Jane Roe MPA", person("Roe", "Jane"), "degrees without comma"},
        {"Dr. Jarah Meador", person("Meador", "Jarah"), "titles are not cited"},
        {"Van Morrison", person("Morrison", "Van"), "a given name that looks like a particle"},
        {"Δημήτρης Παπαδόπουλος", person("Παπαδόπουλος", "Δημήτρης"), "Greek names run alike"},
        {"City of Norfolk", body("City of Norfolk"), "a body"},
        {"Digital.gov Team", body("Digital.gov Team"), "a body without of"},
        {"Smith & Jones", body("Smith & Jones"), "two names are not one person"},
        {"18F Product Chapter", body("18F Product Chapter"), "people have no digits"},
        {"Plato", body("Plato"), "one word"},
        {"Roe, Smith, Ortega", body("Roe, Smith, Ortega"), "a list"},
        {"山田 太郎", body("山田 太郎"), "the family comes first there"},
        {"A B C D E F G", body("A B C D E F G"), "too long for a name"},
        {"Roe,", body("Roe,"), "nothing behind the comma"},
        {", Roe", body(", Roe"), "nothing before it"},
        {"", body(""), "nothing"},
    };
    for (const Row& row : rows)
        BOOST_TEST((cited_name(row.printed) == row.expected), row.printed << ": " << row.why);
}

BOOST_AUTO_TEST_CASE(puts_the_family_first) {
    BOOST_TEST(cited_name("Richard Roe Jr.").inverted() == "Roe, Richard, Jr.");
    BOOST_TEST(cited_name("City of Norfolk").inverted() == "City of Norfolk");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
