// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/glob.h"
#include "schemas/library.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <set>

using namespace praxis;
using namespace praxis::schemas;

namespace {

const Library& library() {
    static const Library read = default_library().value();
    return read;
}

struct KindRow {
    std::string path;
    std::string expected; // "skip" for a file that is none
};

std::ostream& operator<<(std::ostream& out, const KindRow& row) {
    return out << row.path;
}

const KindRow kind_rows[] = {
    {"site/case-studies/fire.md", "case-study"},
    {"fema-case-study.md", "case-study"},
    {"content/news/2016/05/2016-05-02-a.md", "article"},
    {"_posts/2021-03-30-CentOS Linux End of Life.md", "article"},
    {"content/events/2017/10/a.md", "event"},
    {"content/guides/dap/_index.md", "guide"},
    {"content/resources/checklist.md", "guide"},
    {"_pages/guidelines/concise/index.md", "guide"},
    {"federal-awards-faq.md", "question"},
    {"FAQ.md", "question"},
    {"Newsletters/2019/second-reading.xml", "newsletter-issue"},
    {"awards/2017.xml", "award"},
    {"webinars/a.xml", "webinar"},
    {"us/laws/24-1.xml", "law"},
    {"content/communities/multilingual.md", "organization"},
    {"content/sources/10x.md", "organization"},
    {"content/topics/design/_index.md", "hot-topic"},
    {"pages/about.md", ""},
    {"faqir.md", ""},
    {".git/config", "skip"},
    {"a/.DS_Store", "skip"},
    {"404.md", "skip"},
    {"LICENSE.md", "skip"},
    {"license", "skip"},
    {"licensing-resources.md", ""},
    {"a/_drafts/b.md", "skip"},
    {"~$report.docx", "skip"},
};

std::string kind_of(std::string_view path) {
    for (const PathRule& rule : library().rules)
        if (matches_glob(rule.glob, path)) {
            if (rule.skip)
                return "skip";
            return rule.defaults.at("kind");
        }
    return "";
}

// The property that a publication's values end up in, by the rule of KeyMapping.
std::string property_of(std::string_view key, const std::set<std::string>& present) {
    std::set<std::pair<std::string, std::string>> fed;
    std::set<std::string> used;
    for (const KeyMapping& mapping : library().keys) {
        if (!present.contains(mapping.key) || used.contains(mapping.key) ||
            !fed.emplace(mapping.property, mapping.role).second)
            continue;
        used.insert(mapping.key);
        if (mapping.key == key)
            return mapping.property + (mapping.role.empty() ? "" : " as " + mapping.role);
    }
    return "";
}

struct KeyRow {
    std::set<std::string> present;
    std::string key;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const KeyRow& row) {
    return out << row.why;
}

const KeyRow key_rows[] = {
    {{"tags"}, "tags", "topic", "tags are all the topics there are"},
    {{"tags", "topics"}, "tags", "keyword", "tags beside topics"},
    {{"tags", "categories"}, "tags", "keyword", "tags beside categories"},
    {{"topics", "categories"}, "categories", "", "topics are better than categories"},
    {{"keywords"}, "keywords", "keyword", "keywords are never topics"},
    {{"byline", "author"}, "byline", "", "a declared author is better than a byline"},
    {{"byline"}, "byline", "author", "a byline alone"},
    {{"dc.creator"}, "dc.creator", "author", "Dublin Core"},
    {{"title", "og:title"}, "title", "title", "the title that the reader chose"},
    {{"headline"}, "headline", "title", "a headline"},
    {{"deck", "summary"}, "deck", "", "a summary is better than a deck"},
    {{"post-excerpt"}, "post-excerpt", "summary", "an excerpt"},
    {{"date", "article:published_time"}, "date", "date", "the date of the front matter"},
    {{"ld.datepublished"}, "ld.datepublished", "date", "JSON-LD"},
    {{"lastmod"}, "lastmod", "updated", "a change"},
    {{"expirydate"}, "expirydate", "expires", "an end"},
    {{"date", "end_date"}, "end_date", "period-end", "an event of several days"},
    {{"agency", "source"}, "source", "organization as source", "two bodies in two roles"},
    {{"agency", "source"}, "agency", "organization", "two bodies in two roles"},
    {{"dc.publisher"}, "dc.publisher", "organization as publisher", "a publisher"},
    {{"location"}, "location", "place", "a place"},
    {{"kicker"}, "kicker", "series", "a kicker"},
    {{"lang"}, "lang", "language", "a language"},
    {{"license"}, "license", "licence", "American spelling"},
    {{"permalink"}, "permalink", "url", "an address"},
    {{"citation_doi"}, "citation_doi", "id", "a DOI"},
    {{"dcterms.replaces"}, "dcterms.replaces", "relation as supersedes", "a relation"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(default_library_suite)

BOOST_AUTO_TEST_CASE(has_the_facets_that_are_promised) {
    std::string names;
    for (const Facet& facet : library().facets)
        names += facet.name + " ";
    BOOST_TEST(names == "kind topic keyword organization place audience author series language "
                        "year lens source topic-by ");
    BOOST_TEST((library().facet("topic")->shape == FacetShape::Hierarchical));
    BOOST_TEST((library().facet("place")->shape == FacetShape::Hierarchical));
    BOOST_TEST((library().facet("year")->shape == FacetShape::Range));
    BOOST_TEST(library().topic_vocabulary()->concepts().size() >= 150U);
    BOOST_TEST(library().unmatched.contains("topic"), "sources keep their own words");
}

BOOST_AUTO_TEST_CASE(labels_every_kind) {
    const Facet& kind = *library().facet("kind");
    BOOST_TEST(kind.closed);
    for (const char* value : {"case-study",
                              "leading-practice",
                              "research-report",
                              "newsletter-issue",
                              "newsletter-item",
                              "hot-topic",
                              "question",
                              "award",
                              "conference-session",
                              "webinar",
                              "event",
                              "article",
                              "guide",
                              "law",
                              "plan",
                              "organization",
                              "person"})
        BOOST_TEST(kind.labels.contains(value), value);
    BOOST_TEST(kind.labels.size() == 17U);
    BOOST_TEST(kind.value_of("Best Practices").value() == "leading-practice");
    BOOST_TEST(!kind.value_of("page").has_value());
    BOOST_TEST(!kind.value_of("post").has_value());
}

BOOST_AUTO_TEST_CASE(knows_languages_by_several_names) {
    const Facet& language = *library().facet("language");
    for (const char* word : {"en", "en-US", "en_us", "English", "eng"})
        BOOST_TEST(language.value_of(word).value_or("") == "en", word);
    BOOST_TEST(language.value_of("espa\u00F1ol").value() == "es");
    BOOST_TEST(language.labels.at("es") == "Spanish");
    BOOST_TEST(!language.value_of("tlh").has_value());
}

BOOST_AUTO_TEST_CASE(weighs_the_title_three_times_and_nothing_else_more_than_once) {
    for (const Field& field : library().fields)
        BOOST_TEST(field.weight <= (field.name == "title" ? 3 : 1), field.name);
    BOOST_TEST(library().field("title")->weight == 3);
    for (const char* name : {"author", "organization", "place"})
        BOOST_TEST((library().field(name)->analyzer == FieldAnalyzer::Name), name);
}

BOOST_DATA_TEST_CASE(finds_the_kind_in_the_path, kind_rows) {
    BOOST_TEST(kind_of(sample.path) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_the_property_of_a_key, key_rows) {
    BOOST_TEST(property_of(sample.key, sample.present) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
