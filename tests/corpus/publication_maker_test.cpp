// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/publication_maker.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <ostream>

using namespace praxis;
using namespace praxis::corpus;

namespace {

const schemas::Library& library() {
    static const schemas::Library loaded = schemas::default_library().value();
    return loaded;
}

using Keys = std::vector<std::pair<std::string, std::string>>;

Record record_of(const Keys& keys, const std::string& text = "Text.") {
    Record record;
    int line = 1;
    for (const auto& [key, value] : keys)
        record.add(key, value, ++line);
    if (!text.empty())
        record.passages.push_back(
            {.heading = {}, .level = 0, .anchor = {}, .place = {}, .text = text});
    return record;
}

Made make(const Record& record, const std::string& path = "a.md") {
    static const schemas::Source source{
        .name = "s", .folder = {}, .rules = {}, .defaults = {}, .keys = {}};
    return PublicationMaker(library(), source).make(record, {path, path}, "markdown");
}

schemas::Publication made(const Keys& keys, const std::string& path = "a.md") {
    const Made result = make(record_of(keys), path);
    BOOST_REQUIRE(result.publication.has_value());
    return *result.publication;
}

std::string shown(const std::vector<schemas::Term>& terms) {
    std::string text;
    for (const schemas::Term& term : terms)
        text += fmt::format("{}{}={}", text.empty() ? "" : "|", term.value, term.label());
    return text;
}

std::vector<schemas::Term> made_topics(const Record& record) {
    const Made made = make(record);
    std::vector<schemas::Term> terms;
    for (const schemas::Topic& topic : made.publication.value().topics)
        terms.push_back(topic.term);
    return terms;
}

std::string shown(const std::optional<schemas::DatedBy>& date) {
    static constexpr const char* origins[] = {"field", "file name", "text", "parent"};
    return date ? fmt::format(
                      "{} by {}", date->date.to_string(), origins[static_cast<int>(date->origin)])
                : "";
}

struct Row {
    Keys keys;
    std::string path;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row kind_rows[] = {
    {{{"type", "Case studies"}}, "a.md", "case-study", "the source's own word"},
    {{{"type", "post"}}, "guides/a.md", "guide", "a word that says nothing"},
    {{{"type", "report"}}, "guides/a.md", "research-report", "the word goes before the path"},
    {{}, "news/events/a.md", "event", "the path"},
    {{}, "a.md", "article", "nothing known"},
};

const Row date_rows[] = {
    {{{"date", "May 2, 2016"}}, "2015-01-01-a.md", "2016-05-02 by field", "a field"},
    {{{"date", "2016-05-02T23:00:00-08:00"}}, "a.md", "2016-05-02 by field", "as written"},
    {{{"published", "true"}, {"created", "2016"}}, "a.md", "2016 by field", "the next key"},
    {{{"date", "soon"}}, "2015-01-02-a.md", "2015-01-02 by file name", "the file name"},
    {{{"date", "0001-01-01"}}, "a.md", "", "a placeholder"},
    {{}, "a.md", "", "nothing known"},
};

const Row author_rows[] = {
    {{{"author", "By Ada Hill and Ben Ray"}},
     "a.md",
     "ada-hill=Ada Hill|ben-ray=Ben Ray",
     "a byline"},
    {{{"authors", "ada-hill"}, {"authors", "Ada Hill"}}, "a.md", "ada-hill=Ada Hill", "once"},
    {{{"dc.creator", "Hill, Ada"}, {"author", "Ada Hill"}},
     "a.md",
     "ada-hill=Ada Hill",
     "the better key only"},
    {{{"author", "admin"}, {"dc.creator", "Ada Hill"}}, "a.md", "ada-hill=Ada Hill", "nobody"},
    {{{"author", "ada@example.org"}}, "a.md", "", "an address is no name"},
};

const Row topic_rows[] = {
    {{{"topics", "open-data"}, {"topics", "Open data"}}, "a.md", "open-data=open data", "once"},
    {{{"topics", "Public safety/Fire"}}, "a.md", "public-safety/fire=Fire", "levels"},
    {{{"categories", "Uncategorized"}, {"tags", "roads, parks"}},
     "a.md",
     "roads=roads|parks=parks",
     "tags where there are no topics"},
    {{{"topics", "roads"}, {"tags", "parks"}}, "a.md", "roads=roads", "tags are keywords else"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(publication_maker_suite)

BOOST_DATA_TEST_CASE(finds_the_kind, kind_rows) {
    BOOST_TEST(made(sample.keys, sample.path).kind == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_the_date, date_rows) {
    BOOST_TEST(shown(made(sample.keys, sample.path).date) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_the_authors, author_rows) {
    BOOST_TEST(shown(made(sample.keys, sample.path).authors) == sample.expected);
}

BOOST_DATA_TEST_CASE(finds_the_topics, topic_rows) {
    std::vector<schemas::Term> terms;
    for (const schemas::Topic& topic : made(sample.keys, sample.path).topics)
        terms.push_back(topic.term);
    BOOST_TEST(shown(terms) == sample.expected);
}

BOOST_AUTO_TEST_CASE(tags_are_keywords_beside_topics) {
    BOOST_TEST(shown(made({{"topics", "roads"}, {"tags", "parks"}}).keywords) == "parks=parks");
}

BOOST_AUTO_TEST_CASE(a_word_among_words_for_people_keeps_its_hyphen) {
    BOOST_TEST(shown(made({{"keywords", "decision-making, town halls"}}).keywords) ==
               "decision-making=decision-making|town-halls=town halls");
    BOOST_TEST(shown(made({{"keywords", "decision-making, town-halls"}}).keywords) ==
               "decision-making=decision making|town-halls=town halls");
}

BOOST_AUTO_TEST_CASE(where_authors_work_is_not_what_they_write_about) {
    BOOST_TEST(made({{"title", "A"}, {"aff", "University of Alder"}, {"aff.place", "Norway"}})
                   .places.empty());
}

BOOST_AUTO_TEST_CASE(dates_by_the_opening_of_the_text) {
    const Made result = make(record_of({{"title", "A"}}, "Yuma, May 2, 2016: the council met."));
    BOOST_TEST(shown(result.publication->date) == "2016-05-02 by text");
}

BOOST_AUTO_TEST_CASE(says_which_date_it_did_not_understand) {
    const Made result = make(record_of({{"title", "A"}, {"date", "soon"}}));
    BOOST_REQUIRE(result.diagnostics.size() == 1U);
    BOOST_TEST((result.diagnostics[0].severity == Severity::Warning));
    BOOST_TEST(result.diagnostics[0].line == 3);
    BOOST_TEST(result.diagnostics[0].text == "\"date: soon\" is no date; write it as 2016-05-31");
}

BOOST_AUTO_TEST_CASE(finds_periods) {
    const auto period = [](const Keys& keys) {
        const auto found = made(keys).period;
        return found ? found->begin.to_string() + ".." + found->end.to_string() : "";
    };
    BOOST_TEST(period({{"date", "2016-05-02"}, {"end_date", "2016-05-04"}}) ==
               "2016-05-02..2016-05-04");
    BOOST_TEST(period({{"date", "2016-05-02"}, {"end_date", "2016-05-02 15:00"}}) == "");
    BOOST_TEST(period({{"period", "2017..2020"}}) == "2017..2020");
    BOOST_TEST(period({{"title", "2017–2020 Strategic Plan"}}) == "2017..2020");
    BOOST_TEST(period({{"title", "Crime, 2010-2015"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_source_id_names_the_publication) {
    const schemas::Publication publication = made({{"id", "10.1000/X.1"}});
    BOOST_TEST(publication.id == "10-1000/x-1");
    BOOST_TEST(publication.provenance.source_id == "10.1000/X.1");
    BOOST_TEST(made({{"title", "A"}}, "b/C.md").id == "s/b/c");
}

BOOST_AUTO_TEST_CASE(keeps_web_addresses_only) {
    BOOST_TEST(made({{"permalink", "/a/"}, {"link", "https://a.org/"}}).url == "https://a.org/");
    BOOST_TEST(made({{"url", "javascript:alert(1)"}}).url == "");
}

BOOST_AUTO_TEST_CASE(titles_and_summaries_are_plain_lines) {
    const schemas::Publication publication =
        made({{"title", "Parks &amp; <em>Roads</em>"}, {"summary", "**All** of [it](a.md)\nnow"}});
    BOOST_TEST(publication.title == "Parks & Roads");
    BOOST_TEST(publication.summary == "All of it now");
}

BOOST_AUTO_TEST_CASE(a_missing_title_is_made) {
    Record headed = record_of({});
    headed.passages[0].heading = "The plan";
    BOOST_TEST(make(headed).publication->title == "The plan");
    BOOST_TEST(make(headed).publication->passages[0].heading == "");
    BOOST_TEST(make(headed).diagnostics.empty());
    BOOST_TEST(make(record_of({}), "x/2016-05-02-fire_merger.md").publication->title ==
               "Fire merger");
    BOOST_TEST(make(record_of({}), "x/fire-merger/index.md").publication->title == "Fire merger");
    const Made opening = make(record_of({}, "The council met. It voted."), "x/001_2fe13.txt");
    BOOST_TEST(opening.publication->title == "The council met");
    BOOST_TEST((opening.publication->title_origin == schemas::TitleOrigin::Text));
    BOOST_TEST((make(headed).publication->title_origin == schemas::TitleOrigin::Source));
    BOOST_TEST(opening.diagnostics.at(0).text ==
               "it has no title; \"The council met\" was made of its first words");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_empty_or_asks_for_it) {
    BOOST_TEST(!make(record_of({{"layout", "post"}}, "")).publication);
    BOOST_TEST(!make(record_of({{"title", "A"}, {"draft", "True"}})).publication);
    // A page that only leads on to another one is found by its title.
    BOOST_TEST(
        make(record_of({{"title", "A"}, {"redirect_to", "/b"}}, "")).publication.has_value());
    BOOST_TEST(make(record_of({{"title", "A"}}, "")).publication.has_value());
    BOOST_TEST(make(record_of({{"title", "A"}, {"draft", "true"}})).diagnostics.at(0).line == 3);
}

BOOST_AUTO_TEST_CASE(an_organization_has_the_role_of_its_key) {
    const auto organizations =
        made({{"agency", "City of Yuma"}, {"publisher", "ICMA"}}).organizations;
    BOOST_REQUIRE(organizations.size() == 2U);
    BOOST_TEST(organizations[0].term.value == "city-of-yuma");
    BOOST_TEST(organizations[0].role == "");
    BOOST_TEST(organizations[1].role == "publisher");
}

BOOST_AUTO_TEST_CASE(a_language_is_the_library_s_unless_it_is_said) {
    BOOST_TEST(made({{"title", "A"}}).language == "en");
    BOOST_TEST(made({{"lang", "es_MX"}}).language == "es");
}

BOOST_AUTO_TEST_CASE(the_lens_follows_the_kind) {
    BOOST_TEST(made({{"kind", "report"}}).lens == "research");
    BOOST_TEST(made({{"kind", "case study"}}).lens == "practice");
    BOOST_TEST(made({{"title", "A"}}).lens == "");
    BOOST_TEST(made({{"kind", "report"}, {"lens", "Practice"}}).lens == "practice");
}

BOOST_AUTO_TEST_CASE(an_item_takes_from_its_issue_what_it_lacks) {
    const schemas::Source source{
        .name = "s", .folder = {}, .rules = {}, .defaults = {}, .keys = {}};
    const PublicationMaker maker(library(), source);
    const SourceFile file{"a.xml", "a.xml"};
    const auto issue = maker.make(record_of({{"title", "Issue"},
                                             {"date", "2016-05"},
                                             {"series", "T"},
                                             {"publisher", "ICMA"},
                                             {"lang", "es"}}),
                                  file,
                                  "x");
    Record item = record_of({{"title", "Item"}}, "On May 2, 1999 it began.");
    item.anchor = "i1";
    const auto taken = maker.make(item, file, "x", &*issue.publication).publication;
    BOOST_TEST(taken->parent == issue.publication->id);
    BOOST_TEST(shown(taken->date) == "2016-05 by parent");
    BOOST_TEST(taken->series->value == "t");
    BOOST_TEST(taken->organizations.size() == 1U);
    BOOST_TEST(taken->language == "es");
    BOOST_TEST(taken->id == "s/a#i1");
}

BOOST_AUTO_TEST_CASE(an_issue_s_word_goes_before_the_defaults) {
    schemas::Source source{.name = "s", .folder = {}, .rules = {}, .defaults = {}, .keys = {}};
    source.defaults = {{"licence", "Ask us"}, {"organization", "City of Yuma"}};
    const PublicationMaker maker(library(), source);
    const SourceFile file{"a.xml", "a.xml"};
    const auto issue = maker.make(
        record_of({{"title", "Issue"}, {"licence", "CC0"}, {"audience", "Clerks"}}), file, "x");
    Record item = record_of({{"title", "Item"}});
    item.anchor = "i1";
    const auto taken = maker.make(item, file, "x", &*issue.publication).publication;
    BOOST_TEST(taken->licence == "CC0");
    BOOST_TEST(shown(taken->audiences) == "clerks=Clerks");
    BOOST_TEST(taken->organizations.at(0).term.value == "city-of-yuma");
    Record other = record_of({{"title", "Other"}, {"licence", "CC BY"}, {"audience", "Planners"}});
    other.anchor = "i2";
    const auto own = maker.make(other, file, "x", &*issue.publication).publication;
    BOOST_TEST(own->licence == "CC BY");
    BOOST_TEST(shown(own->audiences) == "planners=Planners");
}

BOOST_AUTO_TEST_CASE(what_is_said_of_a_word_is_not_said_of_a_paths_last_level) {
    Record record = record_of({{"title", "A"}});
    record.add_path("subject", {"Elections", "General"}, 1);
    BOOST_TEST(shown(made_topics(record)) == "elections/general=General");
}

BOOST_AUTO_TEST_SUITE_END()
