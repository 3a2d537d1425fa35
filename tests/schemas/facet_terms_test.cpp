// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis;
using namespace praxis::schemas;

namespace {

Publication full_publication() {
    Publication publication;
    publication.kind = "case-study";
    publication.language = "en";
    publication.lens = "practice";
    publication.licence = "cc0";
    publication.provenance.source = "samples";
    publication.date = DatedBy{{2016, 5, 2}, DateOrigin::Field};
    publication.authors = {{"ann", {"Ann"}}};
    publication.organizations = {{{"oakland", {"Oakland"}}, "author"},
                                 {{"oakland", {"Oakland"}}, "publisher"}};
    publication.topics = {{{"safety/fire", {"Safety", "Fire"}}, {}, 1, {}},
                          {{"water", {"Water"}}, {}, 1, {}},
                          {{"rivers", {"Rivers"}}, TopicOrigin::Analyzer, 1, {}}};
    publication.keywords = {{"merger", {"Merger"}}};
    publication.places = {{"texas", {"Texas"}}};
    publication.audiences = {{"managers", {"Managers"}}};
    publication.series = Term{"trends", {"Trends"}};
    publication.attributes["award"] = {{"gold", {"Gold"}}};
    return publication;
}

struct FacetRow {
    std::string property;
    std::string expected; // values and their labels
};

std::ostream& operator<<(std::ostream& out, const FacetRow& row) {
    return out << row.property;
}

const FacetRow facet_rows[] = {
    {"kind", "case-study=Case study;"}, // labelled by the library
    {"topic", "safety/fire=Public safety>Fire;water=Water;rivers=Rivers;"},
    {"keyword", "merger=Merger;"},
    {"organization", "oakland=Oakland;"}, // in two roles, counted once
    {"place", "texas=Texas;"},
    {"audience", "managers=Managers;"},
    {"author", "ann=Ann;"},
    {"series", "trends=Trends;"},
    {"language", "en=en;"},
    {"year", "2016=2016;"},
    {"lens", "practice=practice;"},
    {"source", "samples=samples;"},
    {"topic-by", "editor=editor;analyzer=analyzer;"}, // each once
    {"licence", "cc0=cc0;"},
    {"award", "gold=Gold;"},
    {"unheard-of", ""},
};

std::string printed(const std::vector<Term>& terms) {
    std::string text;
    for (const Term& term : terms) {
        text += term.value + "=";
        for (const std::string& label : term.labels)
            text += (&label == &term.labels.front() ? "" : ">") + label;
        text += ";";
    }
    return text;
}

Facet facet_of(const std::string& property) {
    Facet facet;
    facet.name = property;
    facet.property = property;
    facet.labels = {{"case-study", "Case study"}, {"safety", "Public safety"}};
    return facet;
}

std::string years_of(std::optional<Date> date, std::optional<Period> period) {
    Publication publication;
    if (date)
        publication.date = DatedBy{*date, DateOrigin::Field};
    publication.period = period;
    return printed(facet_terms(publication, facet_of("year")));
}

} // namespace

BOOST_AUTO_TEST_SUITE(facet_terms_suite)

BOOST_DATA_TEST_CASE(reads_every_property, facet_rows) {
    BOOST_TEST(printed(facet_terms(full_publication(), facet_of(sample.property))) ==
               sample.expected);
    BOOST_TEST(facet_terms(Publication(), facet_of(sample.property)).empty());
}

BOOST_AUTO_TEST_CASE(gives_every_year_of_a_period) {
    BOOST_TEST(years_of(Date{2020, 1, 0}, Period{{2016, 0, 0}, {2018, 3, 1}}) ==
               "2016=2016;2017=2017;2018=2018;");
    BOOST_TEST(years_of(Date{2020, 1, 0}, Period{{2018, 0, 0}, {2016, 0, 0}}) == "2020=2020;");
    BOOST_TEST(years_of({}, {}) == "");
    Publication publication;
    publication.period = Period{{1, 0, 0}, {9999, 0, 0}};
    BOOST_TEST(facet_terms(publication, facet_of("year")).size() == 200U);
}

BOOST_AUTO_TEST_SUITE_END()
