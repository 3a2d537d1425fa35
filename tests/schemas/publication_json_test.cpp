// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "schemas/publication_json.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/random_publication.h"

#include <ostream>

using namespace praxis;
using namespace praxis::schemas;

namespace {

struct CorruptRow {
    std::string json;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const CorruptRow& row) {
    return out << row.why;
}

const CorruptRow corrupt_rows[] = {
    {"", "not a JSON object", "nothing at all"},
    {"[]", "not a JSON object", "a list"},
    {R"({"id":"a")", "not a JSON object", "cut in the middle"},
    {R"({"id":1})", "\"id\"", "a number for a text"},
    {R"({"colour":"red"})", "a member that this version", "an unknown member"},
    {R"({"series":{"value":"a","labels":["A"],"x":1}})", "\"series\"", "an unknown inner member"},
    {R"({"series":{"value":"a/b","labels":["A"]}})", "\"series\"", "fewer labels than levels"},
    {R"({"topics":[{"value":"a"}]})", "\"topics\"", "a term without labels"},
    {R"({"topics":[{"value":"a","labels":["A"],"by":"chance"}]})", "\"by\"", "an unknown word"},
    {R"({"updated":"2016-13"})", "\"updated\"", "no such month"},
    {R"({"passages":[{"level":99999999999}]})", "\"level\"", "a number beyond its type"},
    {R"({"passages":{"text":"a"}})", "\"passages\"", "an object for a list"},
};

Publication with_awkward_texts() {
    Publication publication = tests::random_publication(*rc::gen::arbitrary<std::uint64_t>(), 3);
    const auto text = [] {
        return repair_utf8(*rc::gen::arbitrary<std::string>());
    };
    publication.title = text();
    publication.title_origin = *rc::gen::element(TitleOrigin::Source, TitleOrigin::Text);
    publication.attributes[text()] = {Term{"x", {text()}}};
    for (Passage& passage : publication.passages)
        passage.text += text();
    return publication;
}

} // namespace

BOOST_AUTO_TEST_SUITE(publication_json_suite)

BOOST_AUTO_TEST_CASE(reads_back_what_it_wrote) {
    BOOST_TEST(rc::check("round trip", [] {
        const Publication publication = with_awkward_texts();
        for (const int indent : {0, 2}) {
            const auto back = publication_from_json(publication_to_json(publication, indent));
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == publication);
        }
    }));
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_empty) {
    BOOST_TEST(publication_to_json(Publication()) == "{}");
    BOOST_TEST((publication_from_json("{}") == Publication()));
}

BOOST_AUTO_TEST_CASE(writes_keys_in_the_order_of_the_members) {
    Publication publication;
    publication.id = "samples/fire-merger";
    publication.kind = "case-study";
    publication.date = DatedBy{{2016, 5, 0}, DateOrigin::FileName};
    publication.organizations = {{{"city-of-oakland", {"City of Oakland"}}, "publisher"}};
    publication.topics = {{{"public-safety/fire", {"Public safety", "Fire"}},
                           TopicOrigin::Analyzer,
                           0.5,
                           {{2, 0, 4, "Fire", 0.25}}}};
    publication.passages = {{"Why", 2, "why", "p. 3", "Fire\nand \"water\""}};
    BOOST_TEST(
        publication_to_json(publication) ==
        R"({"id":"samples/fire-merger","kind":"case-study",)"
        R"("date":{"date":"2016-05","origin":"file-name"},)"
        R"("organizations":[{"value":"city-of-oakland","labels":["City of Oakland"],"role":"publisher"}],)"
        R"("topics":[{"value":"public-safety/fire","labels":["Public safety","Fire"],)"
        R"("by":"analyzer","weight":0.5,)"
        R"("evidence":[{"passage":2,"end":4,"quote":"Fire","weight":0.25}]}],)"
        R"("passages":[{"heading":"Why","level":2,"anchor":"why","place":"p. 3",)"
        R"("text":"Fire\nand \"water\""}]})");
}

BOOST_DATA_TEST_CASE(says_what_is_corrupt, corrupt_rows) {
    const auto publication = publication_from_json(sample.json);
    BOOST_REQUIRE(!publication.has_value());
    BOOST_TEST((publication.error().kind() == ErrorKind::Corrupt));
    BOOST_TEST(publication.error().message().find(sample.expected) != std::string::npos,
               publication.error().message());
}

BOOST_AUTO_TEST_CASE(survives_nesting_without_end) {
    BOOST_TEST(!publication_from_json(R"({"title":)" + std::string(200'000, '[')).has_value());
    BOOST_TEST(!publication_from_json(R"({"title":)" + std::string(200'000, '[') +
                                      std::string(200'000, ']') + "}")
                    .has_value());
}

BOOST_AUTO_TEST_SUITE_END()
