// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jsonl_reader.h"
#include "corpus/json_values.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/temp_dir.h"

#include <algorithm>

using namespace praxis;
using namespace praxis::corpus;
using praxis::tests::TempDir;

namespace {

struct Read {
    std::vector<Record> records;
    std::vector<Diagnostic> diagnostics;
};

Read read(std::string_view bytes) {
    const TempDir folder;
    Read all;
    make_jsonl_reader()->read(
        {folder.write("a.jsonl", bytes), "a.jsonl"},
        {.record = [&](Record record) { all.records.push_back(std::move(record)); },
         .diagnostic =
             [&](Diagnostic one) {
                 all.diagnostics.push_back(std::move(one));
             }});
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(jsonl_reader_suite)

BOOST_AUTO_TEST_CASE(reads_a_publication_a_line) {
    const Read all =
        read("{\"id\": \"X.1\", \"title\": \"A\", \"text\": \"One\\n\\nTwo\", "
             "\"tags\": [\"a\", \"b\"], \"n\": {\"k\": 1.50}}\r\n\n{\"title\": \"B\"}");
    BOOST_REQUIRE(all.records.size() == 2U);
    const Record& record = all.records[0];
    BOOST_TEST(record.source_id == "X.1");
    BOOST_TEST(record.first("title") == "A");
    BOOST_TEST(record.first("n.k") == "1.50");
    BOOST_TEST(record.values.size() == 4U);
    BOOST_TEST(record.passages.at(0).text == "One\nTwo");
    BOOST_TEST(all.records[1].anchor == "line-3");
    BOOST_TEST(all.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(an_abstract_is_the_text_where_there_is_no_other) {
    const Read all = read("{\"abstract\": \"A\"}\n{\"abstract\": \"A\", \"body\": \"B\"}");
    BOOST_TEST(all.records.at(0).passages.at(0).text == "A");
    BOOST_TEST(all.records.at(0).first("abstract") == "");
    BOOST_TEST(all.records.at(1).passages.at(0).text == "B");
    BOOST_TEST(all.records.at(1).first("abstract") == "A");
}

BOOST_AUTO_TEST_CASE(a_bad_line_does_not_stop_the_others) {
    const Read all = read("{\"title\": \"A\"}\nnonsense\n[1]\n{\"title\": \"B\"}\n{\"a\": }\n");
    BOOST_TEST(all.records.size() == 2U);
    BOOST_REQUIRE(all.diagnostics.size() == 3U);
    BOOST_TEST(all.diagnostics[0].line == 2);
    BOOST_TEST(all.diagnostics[1].line == 3);
    BOOST_TEST(all.diagnostics[1].text == "not a JSON object: a list where an object was expected");
    BOOST_TEST((all.diagnostics[2].severity == Severity::Error));
}

BOOST_AUTO_TEST_CASE(depth_is_bounded) {
    const Read all = read("{\"a\": " + std::string(100'000, '[') + "\n{\"title\": \"B\"}");
    BOOST_TEST(all.records.size() == 1U);
    BOOST_TEST(all.diagnostics.at(0).text == "not a JSON object: nested more than 64 deep");
}

BOOST_AUTO_TEST_CASE(a_line_beyond_the_limit_is_passed_over) {
    const Read all =
        read("{\"text\": \"" + std::string(max_record_bytes, 'x') + "\"}\n{\"title\": \"B\"}");
    BOOST_TEST(all.records.size() == 1U);
    BOOST_TEST(all.diagnostics.at(0).line == 1);
}

BOOST_AUTO_TEST_CASE(keeps_numbers_as_they_are_written) {
    const auto values =
        read_json_values("{\"a\": 18446744073709551616, \"b\": -0.10, \"c\": true}", 1);
    BOOST_REQUIRE(values.has_value());
    BOOST_TEST(values->at(0).value == "18446744073709551616");
    BOOST_TEST(values->at(1).value == "-0.10");
    BOOST_TEST(values->at(2).value == "true");
}

BOOST_AUTO_TEST_CASE(bears_any_bytes) {
    rc::check([](const std::string& bytes) {
        const Read all = read("{\"title\": \"A\"}\n" + bytes);
        RC_ASSERT(!all.records.empty());
    });
}

BOOST_AUTO_TEST_SUITE_END()
