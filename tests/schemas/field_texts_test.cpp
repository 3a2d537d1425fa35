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
    publication.title = "Two departments, one city";
    publication.summary = "How it went";
    publication.language = "en";
    publication.lens = "practice";
    publication.licence = "cc0";
    publication.provenance.source = "samples";
    publication.authors = {{"ann", {"Ann"}}, {"bob", {"Bob"}}};
    publication.organizations = {{{"oakland", {"Oakland"}}, "author"},
                                 {{"oakland", {"Oakland"}}, "publisher"}};
    publication.topics = {{{"safety/fire", {"Safety", "Fire"}}, {}, 1, {}},
                          {{"safety/police", {"Safety", "Police"}}, {}, 1, {}}};
    publication.keywords = {{"merger", {"Merger"}}};
    publication.places = {{"texas/waco", {"Texas", "Waco"}}};
    publication.audiences = {{"managers", {"Managers"}}};
    publication.series = Term{"trends", {"Trends"}};
    publication.attributes["award"] = {{"gold", {"Gold"}}};
    publication.passages = {{"", 0, "", "", "Opening"}, {"Why", 2, "why", "", ""}};
    return publication;
}

struct FieldRow {
    std::string property;
    std::string expected; // the texts, each behind a bar
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const FieldRow& row) {
    return out << row.property << ": " << row.why;
}

const FieldRow field_rows[] = {
    {"title", "|Two departments, one city", "one value"},
    {"summary", "|How it went", "one value"},
    {"heading", "||Why", "one a passage, also where it is empty"},
    {"body", "|Opening|", "one a passage, also where it is empty"},
    {"kind", "|case-study", "the slug"},
    {"topic", "|Safety|Fire|Police", "a shared level once"},
    {"keyword", "|Merger", "labels"},
    {"organization", "|Oakland", "the same in two roles once"},
    {"place", "|Texas|Waco", "each level"},
    {"audience", "|Managers", "labels"},
    {"author", "|Ann|Bob", "one each"},
    {"series", "|Trends", "the label"},
    {"language", "|en", "as it is"},
    {"lens", "|practice", "as it is"},
    {"source", "|samples", "the source's name"},
    {"licence", "|cc0", "as it is"},
    {"award", "|Gold", "an attribute"},
    {"unheard-of", "", "nothing"},
};

std::string printed(const Publication& publication, const std::string& property) {
    std::string text;
    for (const std::string_view piece :
         field_texts(publication, Field{property, property, property, 1, FieldAnalyzer::Text}))
        text.append("|").append(piece);
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(field_texts_suite)

BOOST_DATA_TEST_CASE(reads_every_property, field_rows) {
    BOOST_TEST(printed(full_publication(), sample.property) == sample.expected);
    BOOST_TEST(printed(Publication(), sample.property) == "");
}

BOOST_AUTO_TEST_CASE(first_words_of_the_text_are_no_title) {
    Publication publication = full_publication();
    const Field title{.name = "title", .label = "Title", .property = "title"};
    BOOST_TEST(field_texts(publication, title).size() == 1U);
    publication.title_origin = TitleOrigin::Text;
    BOOST_TEST(field_texts(publication, title).empty());
}

BOOST_AUTO_TEST_SUITE_END()
