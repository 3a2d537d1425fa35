// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/csv.h"

#include <boost/test/unit_test.hpp>

#include "tests/http/served_site.h"

#include <vector>

namespace praxis::http {

namespace {

using tests::get;
using tests::ServedSite;

} // namespace

BOOST_AUTO_TEST_SUITE(export_suite)

BOOST_AUTO_TEST_CASE(keeps_cells_from_becoming_formulas) {
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"plain", "\"plain\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"=1+1", "\"'=1+1\""},
        {"+1", "\"'+1\""},
        {"-1", "\"'-1\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"|cmd", "\"'|cmd\""},
        {"  =1", "\"'=1\""},
        {"\t=1", "\"'=1\""},
        {"＝1", "\"'＝1\""},
        {"a=1", "\"a=1\""},
        {"two\r\nlines", "\"two lines\""},
        {"", "\"\""},
    };
    for (const auto& [text, expected] : rows)
        BOOST_TEST(csv_cell(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(sends_the_same_packed_and_plain) {
    ServedSite site;
    const tests::Answer plain = site.fetch(get("/v1/export?format=csv"));
    const tests::Answer packed =
        site.fetch(get("/v1/export?format=csv", "Accept-Encoding: gzip\r\n"));
    BOOST_TEST(packed.header("Content-Encoding") == "gzip");
    BOOST_TEST(packed.body.substr(0, 2) == "\x1F\x8B");
    BOOST_TEST(packed.body.size() < plain.body.size());
}

BOOST_AUTO_TEST_CASE(goes_on_with_the_connection_behind_an_export) {
    ServedSite site;
    tests::HttpClient client(site.port());
    client.send(get("/v1/export?format=bib") + get("/healthz"));
    BOOST_TEST(client.read_answer().body.find("@techreport") != std::string::npos);
    BOOST_TEST(client.read_answer().body == "ok\n");
}

BOOST_AUTO_TEST_CASE(ends_without_its_end_when_the_list_breaks) {
    ServedSite site;
    tests::HttpClient client(site.port());
    client.send(get("/v1/export?q=break"));
    BOOST_CHECK_THROW(client.read_answer(), std::runtime_error);
    // The server is none the worse for it, and the place among the exports is free again.
    tests::wait_until([&] {
        return site.fetch(get("/metrics")).body.find("praxis_exports_running 0") !=
               std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(closes_behind_the_export_of_an_old_client) {
    ServedSite site;
    tests::HttpClient client(site.port());
    client.send("GET /v1/export?format=ris HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    const auto text = client.read_until_closed();
    BOOST_TEST_REQUIRE(text.has_value());
    BOOST_TEST(text->find("chunked") == std::string::npos);
    BOOST_TEST(text->find("Content-Length") == std::string::npos);
    BOOST_TEST(text->ends_with("ER  - \r\n"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
