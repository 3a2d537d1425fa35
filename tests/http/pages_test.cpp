// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/labels.h"

#include <boost/test/unit_test.hpp>

#include "tests/http/served_site.h"

#include <algorithm>
#include <set>

namespace praxis::http {

namespace {

using tests::Answer;
using tests::get;
using tests::ServedSite;

// Every page that shows texts of publications or of the visitor.
const std::vector<std::string>& pages() {
    static const std::vector<std::string> all = {
        "/",
        "/?q=fire",
        "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/?q=%22%3E%3Cimg+src=x+onerror=alert(1)%3E&kind=%22%3E%3Cb%3E&topic.not='x'",
        "/?q=fier&date=2010..&year=..2016&topic.missing=true",
        "/?q=nothing-at-all&match=all",
        "/?q=fire&page_size=1&cursor=x",
        "/publications/hostile/markup",
        "/publications/samples/fire-merger",
        "/publications/reports/survey",
        "/problems/gone",
        "/facets/topic?q=fire",
        "/facets/kind?find=%22%3E%3Cb%3E",
        "/topics",
        "/help",
        "/about",
    };
    return all;
}

// The names of the elements that are opened and closed, in order; fails on stray brackets.
std::vector<std::string> tags_of(const std::string& html) {
    std::vector<std::string> tags;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find_first_of(" >", at);
        tags.push_back(html.substr(at + 1, end - at - 1));
    }
    return tags;
}

void check_balanced(const std::string& page, const std::string& html) {
    static const std::set<std::string> known = {
        "html",   "head", "title",   "body",    "a",       "header",  "div",   "form",     "label",
        "button", "main", "section", "h1",      "h2",      "h3",      "p",     "ul",       "ol",
        "li",     "nav",  "span",    "article", "mark",    "time",    "aside", "fieldset", "legend",
        "footer", "dl",   "dt",      "dd",      "details", "summary", "q",     "strong",   "script",
        "bdi",    "svg",  "g",       "rect",    "text",    "tspan",   "table", "caption",  "thead",
        "tbody",  "tr",   "th",      "td",      "code",    "pre"};
    static const std::set<std::string> lone = {"!doctype", "meta", "link", "input"};
    std::vector<std::string> open;
    for (const std::string& tag : tags_of(html)) {
        if (lone.contains(tag))
            continue;
        if (tag.starts_with('/')) {
            BOOST_TEST_REQUIRE(!open.empty(), page);
            BOOST_TEST_REQUIRE(open.back() == tag.substr(1), page);
            open.pop_back();
        } else {
            BOOST_TEST_REQUIRE(known.contains(tag), page << ": " << tag);
            open.push_back(tag);
        }
    }
    BOOST_TEST(open.empty(), page);
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++number;
    return number;
}

} // namespace

BOOST_AUTO_TEST_SUITE(pages_suite)

BOOST_AUTO_TEST_CASE(writes_nothing_but_its_own_elements) {
    ServedSite site;
    for (const std::string& page : pages()) {
        const Answer answer = site.fetch(get(page));
        BOOST_TEST(answer.status == 200, page);
        check_balanced(page, answer.body);
    }
}

BOOST_AUTO_TEST_CASE(links_to_nothing_that_runs) {
    ServedSite site;
    for (const std::string& page : pages()) {
        const std::string html = site.fetch(get(page)).body;
        for (const char* unsafe : {"href=\"javascript:", "style=\"", "onerror=\"", "onclick"})
            BOOST_TEST(html.find(unsafe) == std::string::npos, page << ": " << unsafe);
        BOOST_TEST(count(html, "<script") ==
                       count(html, "<script src=\"/") +
                           count(html, "<script type=\"application/ld+json\">{\"@context\""),
                   page);
    }
}

BOOST_AUTO_TEST_CASE(can_be_used_by_ear_and_keyboard) {
    ServedSite site;
    for (const std::string& page : pages()) {
        const std::string html = site.fetch(get(page)).body;
        BOOST_TEST(html.starts_with("<!doctype html>\n<html lang=\"en\">"), page);
        BOOST_TEST(count(html, "<h1") == 1U, page);
        BOOST_TEST(count(html.substr(0, html.find("<body>")), "<title>") == 1U, page);
        BOOST_TEST(count(html, "<main ") == 1U, page);
        BOOST_TEST(count(html, "class=\"skip\" href=\"#praxis-main\"") == 1U, page);
        BOOST_TEST(count(html, "role=\"search\"") == 1U, page);
        BOOST_TEST(count(html, "<label for=\"praxis-q\">") == 1U, page);
        BOOST_TEST(count(html, "<fieldset") == count(html, "</legend>"), page);
    }
}

BOOST_AUTO_TEST_CASE(keeps_the_whole_state_in_the_form) {
    ServedSite site;
    const std::string html =
        site.fetch(get("/?q=fire&kind=case-study&topic.not=budget&date=2010..&sort=title&cursor=x"))
            .body;
    for (const char* part : {"name=\"q\" value=\"fire\"",
                             "name=\"kind\" value=\"case-study\" checked=\"checked\"",
                             "type=\"hidden\" name=\"topic.not\" value=\"budget\"",
                             "type=\"hidden\" name=\"date\" value=\"2010..\"",
                             "type=\"hidden\" name=\"sort\" value=\"title\""})
        BOOST_TEST(count(html, part) == 1U, part);
    BOOST_TEST(count(html, "type=\"hidden\" name=\"cursor\"") == 0U);
    BOOST_TEST(count(html, "type=\"hidden\" name=\"kind\"") == 0U);
}

BOOST_AUTO_TEST_CASE(folds_the_facets_behind_the_first_unless_they_filter) {
    ServedSite site;
    BOOST_TEST(count(site.fetch(get("/")).body, "<summary>Language</summary>") == 1U);
    const std::string chosen = site.fetch(get("/?language=en")).body;
    BOOST_TEST(count(chosen, "<summary>Language</summary>") == 0U);
    BOOST_TEST(count(chosen, "<legend>Language</legend>") == 1U);
}

BOOST_AUTO_TEST_CASE(takes_filters_off_one_by_one_and_together) {
    ServedSite site;
    const std::string html = site.fetch(get("/?q=fire&kind=case-study&date=2010..")).body;
    for (const char* part : {"href=\"/?q=fire&amp;date=2010..\" rel=\"nofollow\">",
                             "Remove the filter </span><bdi>Kind: Case study</bdi>",
                             "Remove the filter </span><bdi>Date: since 2010</bdi>",
                             "href=\"/?q=fire\" rel=\"nofollow\">Clear all filters"})
        BOOST_TEST(count(html, part) == 1U, part << html);
}

BOOST_AUTO_TEST_CASE(marks_what_matched_and_turns_pages) {
    ServedSite site;
    const std::string html = site.fetch(get("/?q=fire&page_size=1")).body;
    BOOST_TEST(count(html, "<h1 id=\"praxis-heading\">3 results for “fire”</h1>") == 1U);
    BOOST_TEST(count(html, "<mark>fire</mark>") > 0U);
    BOOST_TEST(count(html, "href=\"/?q=fire&amp;page_size=1&amp;cursor=after-1\"") == 1U);
    BOOST_TEST(count(html, "rel=\"next nofollow\"") == 1U);
}

BOOST_AUTO_TEST_CASE(helps_when_nothing_was_found) {
    ServedSite site;
    const std::string html = site.fetch(get("/?q=fier&kind=law")).body;
    BOOST_TEST(count(html, "Did you mean <a href=\"/?kind=law&amp;q=fire\"") == 1U);
    BOOST_TEST(count(html, "href=\"/topics\"") == 2U);
}

BOOST_AUTO_TEST_CASE(offers_only_looser_searches_that_find_something) {
    ServedSite site;
    const std::string html = site.fetch(get("/?q=%22districts%22")).body;
    BOOST_TEST(count(html, "href=\"/?q=districts\" rel=\"nofollow\">without the quotes</a> (1 ") ==
               1U);
    const std::string nothing = site.fetch(get("/?q=zzz&kind=law")).body;
    BOOST_TEST(count(nothing, "without the filter") == 0U);
    BOOST_TEST(count(nothing, "href=\"/help\"") == 2U);
}

BOOST_AUTO_TEST_CASE(reads_two_ends_as_one_range) {
    struct Case {
        const char* sent;
        const char* shown;
    };

    static constexpr Case cases[] = {
        {"year.from=2010&year.to=2016", "Year: 2010 to 2016"},
        {"year.from=2016&year.to=2010", "Year: 2010 to 2016"},
        {"year.from=2010&year.to=", "Year: since 2010"},
        {"year.from=&year.to=2016", "Year: until 2016"},
        {"year.from=2016&year.to=2016", "Year: 2016"},
    };
    ServedSite site;
    for (const auto& [sent, shown] : cases) {
        const std::string html = site.fetch(get(std::string("/?q=fire&") + sent)).body;
        BOOST_TEST(count(html, std::string("<bdi>") + shown + "</bdi>") == 1U, sent);
        BOOST_TEST(count(html, "type=\"hidden\" name=\"year") == 0U, sent);
    }
    BOOST_TEST(site.fetch(get("/?year.from=soon")).status == 400);
}

BOOST_AUTO_TEST_CASE(draws_a_column_for_each_year) {
    ServedSite site;
    const std::string html = site.fetch(get("/?q=fire&year=2016")).body;
    BOOST_TEST(count(html, "<title>2016: 2</title>") == 1U);
    BOOST_TEST(count(html, "class=\"column\"") == 1U);
    BOOST_TEST(count(html, "class=\"column off\"") == 1U);
    BOOST_TEST(count(html, "name=\"year.from\" value=\"2016\"") == 1U);
}

BOOST_AUTO_TEST_CASE(finds_values_of_a_facet_by_their_letters) {
    ServedSite site;
    const std::string html = site.fetch(get("/facets/topic?q=fire&find=FIRE")).body;
    BOOST_TEST(count(html, ">Public safety › Fire</span>") == 1U); // its whole path
    BOOST_TEST(count(html, "value=\"public-safety/fire\"") == 1U);
    BOOST_TEST(count(html, "value=\"shared-services\"") == 0U);
    BOOST_TEST(count(html, "type=\"hidden\" name=\"q\" value=\"fire\"") == 1U);
    BOOST_TEST(site.fetch(get("/facets/colour")).status == 404);
}

BOOST_AUTO_TEST_CASE(names_what_a_publication_points_to) {
    ServedSite site;
    const std::string issue = site.fetch(get("/publications/samples/fire-merger")).body;
    BOOST_TEST(count(issue, ">Council-manager government</a>") == 2U); // and as one alike
    BOOST_TEST(count(issue, ">samples/fire-merger-draft</a>") == 1U);  // not there: by its id
    BOOST_TEST(count(issue, "<q>fire districts</q>") == 1U);
    BOOST_TEST(count(issue, "<p class=\"shared\">Both about Fire; fire, districts</p>") == 4U);
}

BOOST_AUTO_TEST_CASE(forgives_what_forms_and_newsletters_add) {
    ServedSite site;
    BOOST_TEST(site.fetch(get("/?q=&sort=relevance&kind=&utm_source=news&fbclid=x")).status == 200);
    BOOST_TEST(site.fetch(get("/publications/samples/fire-merger?utm_source=news")).status == 200);
    BOOST_TEST(site.fetch(get("/?colour=red")).status == 400);
}

BOOST_AUTO_TEST_CASE(keeps_what_was_typed_when_it_was_wrong) {
    ServedSite site;
    const std::string html = site.fetch(get("/?q=(", "Accept: text/html\r\n")).body;
    BOOST_TEST(count(html, "name=\"q\" value=\"(\"") == 1U);
    BOOST_TEST(count(html, "<strong>q</strong> never closes (at character 1)") == 1U);
}

BOOST_AUTO_TEST_CASE(writes_numbers_dates_and_slugs_for_people) {
    BOOST_TEST(shown_number(0) == "0");
    BOOST_TEST(shown_number(999) == "999");
    BOOST_TEST(shown_number(8'512) == "8,512");
    BOOST_TEST(shown_number(1'234'567) == "1,234,567");
    BOOST_TEST(counted(1, "result", "results") == "1 result");
    BOOST_TEST(shown_date({2016, 5, 2}) == "May 2, 2016");
    BOOST_TEST(shown_date({2016, 5, 0}) == "May 2016");
    BOOST_TEST(shown_date({2016, 0, 0}) == "2016");
    BOOST_TEST(slug_as_words("superseded-by") == "Superseded by");
    BOOST_TEST(value_label(tests::fake_library(), "kind", "case-study") == "Case study");
    BOOST_TEST(value_label(tests::fake_library(), "topic", "a/b-c") == "B c");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
