// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/file_head.h"
#include "corpus/reader_registry.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    std::string path;
    std::string bytes;
    std::string expected; // the reader's format, "ignore" or the beginning of the reason
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

std::string treatment_of(const Choice& choice) {
    if (choice.treatment == Treatment::Read)
        return std::string(choice.reader->format());
    return choice.treatment == Treatment::Ignore ? "ignore" : choice.reason;
}

const Row rows[] = {
    {"a.txt", "text", "text", "plain text"},
    {"A.TXT", "text", "text", "the case of an extension does not matter"},
    {"a.jsonl", "{}", "jsonl", "JSON Lines"},
    {"logo.png", "\x89PNG", "ignore", "an image"},
    {"site.css", "a {}", "ignore", "a style sheet"},
    {"LICENSE.txt", "Copyright", "ignore", "a licence"},
    {"robots.txt", "User-agent: *", "ignore", "for robots"},
    {"Makefile", "all:", "ignore", "no extension"},
    {"sitemap.xml", "<urlset/>", "ignore", "a site map by its name"},
    {"map.xml", "<urlset xmlns='x'/>", "ignore", "a site map by its root"},
    {"plan.PDF", "%PDF", "PDF is not read", "a format that is not read"},
    {"plan.docx", "PK", "word processor files are not read", "another one"},
    {"a.xml", "<!-- x --><ns:thing xmlns:ns='urn:y'/>", "xml", "XML of an unknown vocabulary"},
    {"a.xml", "<rss version='2.0'>", "feed", "a feed"},
    {"a.rss", "<rss version='2.0'>", "feed", "a feed by its extension"},
    {"a.xml", "<rss xmlns:wp='http://wordpress.org/export/1.2/'>", "wxr", "a WordPress export"},
    {"a.xml",
     "<!DOCTYPE article PUBLIC '-//NLM//DTD Journal' 'http://dtd.nlm.nih.gov/x.dtd'><article>",
     "jats",
     "a journal article"},
    {"A.XML", "<bill xmlns='http://schemas.gpo.gov/xml/uslm'>", "law-xml", "a bill"},
    {"a.xml", "<publication xmlns='urn:praxis:publication'/>", "praxis-xml", "our own format"},
    {"a.htm", "<p>x", "html", "a web page"},
    {"a.json",
     "{\"data\": {\"id\": 1, \"title\": \"x\", \"guid\": \"y\"}}",
     "wordpress-json",
     "a post"},
    {"a.json", "{\"colors\": []}", "ignore", "other JSON"},
    {"b.xml", "no markup", "it is called .xml but does not begin like XML", "no XML at all"},
};

struct RootRow {
    std::string text;
    std::string name;
    std::string name_space;
};

std::ostream& operator<<(std::ostream& out, const RootRow& row) {
    return out << row.text;
}

const RootRow root_rows[] = {
    {"<a/>", "a", ""},
    {"<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'y>'>]>\n<a b='c'>", "a", ""},
    {"<!DOCTYPE article PUBLIC '-//NLM//DTD' 'x.dtd'><article>", "article", ""},
    {"<x:a xmlns='no' xmlns:x = \"yes\">", "a", "yes"},
    {"<!-- a -- <b> --> <c xmlns='urn:c'\n>", "c", "urn:c"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(reader_registry_suite)

BOOST_DATA_TEST_CASE(chooses_by_name_and_content, rows) {
    const praxis::tests::TempDir folder;
    const ReaderRegistry registry;
    const Choice choice = registry.choose({folder.write(sample.path, sample.bytes), sample.path});
    BOOST_TEST(treatment_of(choice).starts_with(sample.expected), treatment_of(choice));
}

BOOST_DATA_TEST_CASE(finds_the_root_of_xml, root_rows) {
    const auto root = find_xml_root(sample.text);
    BOOST_REQUIRE(root.has_value());
    BOOST_TEST(root->name == sample.name);
    BOOST_TEST(root->name_space == sample.name_space);
}

BOOST_AUTO_TEST_CASE(finds_no_root_where_there_is_none) {
    for (const char* text : {"", "text", "<", "<!-- open", "<!DOCTYPE [", "<?xml"})
        BOOST_TEST(!find_xml_root(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
