// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/bibtex.h"
#include "server/http/citations/citation_formats.h"
#include "server/http/citations/dublin_core.h"
#include "server/http/citations/head_tags.h"
#include "server/http/citations/reference.h"
#include "server/http/citations/ris.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/fake_searcher.h"
#include "tests/support/golden.h"

#include <algorithm>

// Golden files: tests/golden/citations/<publication>/expected<extension>, and head.txt for what
// stands in a landing page's head. That other programs read them the same way is tested by
// tools/check_citations.py.

namespace praxis::http {

namespace {

using schemas::Publication;

std::string folder_of(const Publication& publication) {
    std::string name = publication.id;
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == '#'; }, '_');
    return name;
}

std::vector<Publication> cited() {
    std::vector<Publication> all = tests::fake_publications();
    Publication full;
    full.id = "journals/10-1371/journal-pbio-1";
    full.kind = "article";
    full.title =
        "Costs & benefits: 100% of {braces}, $5 ~ #1_x^2 \\input{/etc/passwd}\nER  - \nTY  - X";
    full.summary = "A line.\r\nER  - \r\nTY  - JOUR\r\n@misc{x, title={y}}\x01";
    full.date = schemas::DatedBy{{2024, 11, 3}, schemas::DateOrigin::Field};
    full.updated = Date{2025, 1, 0};
    full.language = "en";
    full.licence = "CC-BY-SA-4.0";
    full.url = "https://example.org/a?b=1&c={d}#e";
    full.provenance = {"journals", "10.1371/journal.pbio.1", "1.xml", "", "jats"};
    full.authors = {{"a", {"Nídia de Sousa"}},
                    {"b", {"Roe, Richard Jr."}},
                    {"c", {"Smith and Jones, Inc."}},
                    {"d", {"山田 太郎"}}};
    full.organizations = {{{"p", {"Public Library, Ltd. {A}"}}, "publisher"},
                          {{"u", {"University of Ütopia"}}, "partner"}};
    full.keywords = {{"k", {"housing, affordable"}}, {"l", {"50% rule"}}};
    full.series = schemas::Term{"j", {"Journal of A & B"}};
    full.parent = "journals/2024-11";
    all.push_back(std::move(full));
    return all;
}

std::string head_of(const Publication& publication, const schemas::Library& library) {
    std::string text;
    for (const auto& [name, content] : citation_tags(publication, library))
        text += std::string(name) + ": " + content + "\n";
    return text + "Link: " + signposting_links(publication, library) + "\n";
}

} // namespace

BOOST_AUTO_TEST_SUITE(citations_suite)

BOOST_DATA_TEST_CASE(are_written_as_recorded, boost::unit_test::data::xrange(cited().size()), i) {
    const Publication publication = cited()[i];
    schemas::Library library = tests::fake_library();
    library.base_url = "https://library.example";
    const auto folder = tests::golden_folder("citations") / folder_of(publication);
    for (const CitationFormat& format : citation_formats())
        tests::check_golden(folder / ("expected" + std::string(format.extension)),
                            format.write(publication, library));
    tests::check_golden(folder / "head.txt", head_of(publication, library));
}

BOOST_AUTO_TEST_CASE(balance_braces_whatever_the_text) {
    for (const Publication& publication : cited()) {
        const std::string entry = bibtex_entry(reference_of(publication, tests::fake_library()));
        int depth = 0;
        int deepest_end = 0;
        for (const char c : entry) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            deepest_end = std::min(deepest_end, depth);
        }
        BOOST_TEST(depth == 0, entry);
        BOOST_TEST(deepest_end == 0, entry);
    }
}

BOOST_AUTO_TEST_CASE(end_a_ris_record_once) {
    for (const Publication& publication : cited()) {
        const std::string record = ris_record(reference_of(publication, tests::fake_library()));
        BOOST_TEST(record.find("\r\nER  - \r\n") == record.size() - 10);
        BOOST_TEST(record.rfind("TY  - ") == 0U);
        for (std::size_t at = 0; at < record.size(); at = record.find("\r\n", at) + 2)
            BOOST_TEST(record.substr(at + 2, 4) == "  - ");
    }
}

BOOST_AUTO_TEST_CASE(leave_nothing_in_json_ld_that_ends_a_script) {
    for (const Publication& publication : cited()) {
        const std::string text =
            find_citation_format(".jsonld")->write(publication, tests::fake_library());
        BOOST_TEST(text.find_first_of("<>&") == std::string::npos, text);
        BOOST_TEST(nlohmann::json::parse(text)["name"].get<std::string>() ==
                   one_line(publication.title));
    }
}

BOOST_AUTO_TEST_CASE(find_dois_in_every_spelling) {
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"10.1371/journal.pbio.1", "10.1371/journal.pbio.1"},
        {"doi:10.1371/x", "10.1371/x"},
        {"DOI: 10.1371/x", "10.1371/x"},
        {"https://doi.org/10.1371/x", "10.1371/x"},
        {"http://dx.doi.org/10.1371/x", "10.1371/x"},
        {"10.1/x", ""},
        {"10.1371/", ""},
        {"10.1371", ""},
        {"10.1371/a b", ""},
        {"10.1371/<x>", ""},
        {"https://example.org/10.1371/x", ""},
        {"", ""},
    };
    for (const auto& [text, expected] : rows)
        BOOST_TEST(doi_in(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(give_every_id_a_key_of_its_own) {
    BOOST_TEST(bibtex_key("news/2016-05#fire") == "news:2016-05.fire");
    BOOST_TEST(bibtex_key("a_b") == "a_5fb");
}

BOOST_AUTO_TEST_CASE(replace_what_xml_cannot_hold) {
    BOOST_TEST(xml_escape("a\x01<b>&\"") == "a\uFFFD&lt;b&gt;&amp;&quot;");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
