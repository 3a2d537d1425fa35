// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/unit_test.hpp>

#include "tests/http/served_site.h"

#include <set>

// Requests that are not quite HTTP, over a real socket. Behind each stands a second request, which
// must never run: the connection has to end after the refusal.

namespace praxis::http {

namespace {

using tests::Answer;
using tests::ServedSite;
using namespace std::string_literals;

constexpr const char* smuggled = "GET /v1/search?q=smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

struct Attack {
    std::string bytes;
    int status;
    const char* why;
};

std::string with_fields(const std::string& fields) {
    return "GET /healthz HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

std::string post_with(const std::string& fields) {
    return "POST /v1/search HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

const std::vector<Attack>& attacks() {
    static const std::vector<Attack> all = {
        {"GET /healthz\r\n\r\n", 400, "no version"},
        {"GET /healthz HTTP/9.9\r\nHost: a\r\n\r\n", 505, "a version of its own"},
        {"GET /healthz HTTP/2.0\r\nHost: a\r\n\r\n", 505, "HTTP/2 without its frames"},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "HTTP/2's preface"},
        {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a blank in the target"},
        {"GET /healthz HTTP/1.1 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "two versions"},
        {"GET\t/healthz\tHTTP/1.1\r\nHost: a\r\n\r\n", 400, "tabs"},
        {" GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a blank first"},
        {"\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 400, "empty lines first"},
        {"GET /healthz HTTP/1.1\nHost: a\n\n", 400, "bare line feeds"},
        {"GET /healthz HTTP/1.1\r\nHost: a\n\r\n", 400, "one bare line feed"},
        {"GET /healthz HTTP/1.1\rHost: a\r\r", 400, "bare carriage returns"},
        {"GET /"s + "\0 HTTP/1.1\r\nHost: a\r\n\r\n"s, 400, "NUL in the target"},
        {"GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400, "NUL, encoded"},
        {"GET /healthz HTTP/1.1\r\n\r\n", 400, "no host"},
        {"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "two hosts"},
        {"GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "a blank in the host"},
        {with_fields("X: a\r\n folded\r\n"), 400, "a folded line"},
        {with_fields("X : a\r\n"), 400, "a blank before the colon"},
        {with_fields(": a\r\n"), 400, "a nameless field"},
        {with_fields("no colon\r\n"), 400, "no colon"},
        {with_fields("X: a\x01\r\n"), 400, "a control character"},
        {with_fields("X: =?utf-8?Q?a=0D=0AX?=\r\n"), 400, "an encoded word"},
        {with_fields("X: " + std::string(40'000, 'a') + "\r\n"), 431, "a huge field"},
        {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, "a huge target"},
        {post_with("Content-Length: 5\r\nContent-Length: 6\r\n") + "hello", 400, "two lengths"},
        {post_with("Content-Length: 5\r\nContent-Length: 5\r\n") + "hello", 400, "a length twice"},
        {post_with("Content-Length: 5, 5\r\n") + "hello", 400, "a list of lengths"},
        {post_with("Content-Length: +5\r\n") + "hello", 400, "a signed length"},
        {post_with("Content-Length: -5\r\n") + "hello", 400, "a negative length"},
        {post_with("Content-Length: 0x5\r\n") + "hello", 400, "a hexadecimal length"},
        {post_with("Content-Length: 5 \t6\r\n") + "hello", 400, "two lengths in one"},
        {post_with("Content-Length: five\r\n") + "hello", 400, "a length in words"},
        {post_with("Content-Length: =?utf-8?Q?5?=\r\n") + "hello", 400, "an encoded length"},
        {post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
         400,
         "both"},
        {post_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n",
         400,
         "both, the other way round"},
        {post_with("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 411, "chunks"},
        {post_with("Transfer-Encoding: chunked\r\n") + "5;x=y\r\nhello\r\n0\r\n\r\n",
         411,
         "chunks with an extension"},
        {post_with("Transfer-Encoding: chunked\r\n") + "ffffffffffffffff\r\n", 411, "a huge chunk"},
        {post_with("Transfer-Encoding: chunked\r\n") + "-1\r\n\r\n", 411, "a negative chunk"},
        {post_with("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n", 400, "two codings"},
        {post_with("Transfer-Encoding: identity\r\n"), 400, "identity"},
        {post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"), 400, "twice"},
        {post_with("Transfer-Encoding: \"chunked\"\r\n") + "0\r\n\r\n", 400, "a quoted coding"},
        {post_with("Content-Length: 70000\r\n") + "a", 413, "a body too large"},
        {post_with("Content-Length: 99999999999999999999\r\n") + "a",
         413,
         "a length beyond 64 bits"},
        {post_with("Expect: tea\r\n"), 417, "an unknown expectation"},
        {"POST /v1/search HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400,
         "chunks in 1.0"},
        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "TLS"},
    };
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(attack_suite)

BOOST_AUTO_TEST_CASE(refuses_and_closes_without_running_what_follows) {
    ServedSite site;
    BOOST_TEST(attacks().size() >= 40U);
    for (const Attack& attack : attacks()) {
        tests::HttpClient client(site.port());
        client.send(attack.bytes + smuggled);
        const Answer answer = client.read_answer();
        BOOST_TEST(answer.status == attack.status, attack.why << ": " << answer.text);
        BOOST_TEST(answer.header("Connection") == "close", attack.why);
        BOOST_TEST(answer.header("Content-Type") == "application/problem+json", attack.why);
        BOOST_TEST(client.read_until_closed().value_or("still open") == "", attack.why);
    }
    BOOST_TEST(site.searcher().searches() == 0U);
}

BOOST_AUTO_TEST_CASE(does_not_take_a_dropped_body_for_a_request) {
    ServedSite site;
    tests::HttpClient client(site.port());
    const std::string body = smuggled;
    client.send(post_with("Content-Length: " + std::to_string(body.size()) + "\r\n") + body +
                tests::get("/healthz"));
    BOOST_TEST(client.read_answer().status == 405);
    BOOST_TEST(client.read_answer().body == "ok\n");
    BOOST_TEST(site.searcher().searches() == 0U);
}

BOOST_AUTO_TEST_CASE(ends_the_connection_of_a_client_that_waits_before_its_body) {
    ServedSite site;
    tests::HttpClient client(site.port());
    client.send(post_with("Content-Length: 48\r\nExpect: 100-continue\r\n") + smuggled);
    const Answer answer = client.read_answer();
    BOOST_TEST(answer.status == 405);
    BOOST_TEST(answer.header("Connection") == "close");
    BOOST_TEST(client.read_until_closed().value_or("still open") == "");
    BOOST_TEST(site.searcher().searches() == 0U);
}

BOOST_AUTO_TEST_CASE(lives_on_after_every_attack) {
    ServedSite site;
    for (const Attack& attack : attacks()) {
        tests::HttpClient client(site.port());
        client.send(attack.bytes.substr(0, attack.bytes.size() / 2)); // and gone
    }
    BOOST_TEST(site.fetch(tests::get("/healthz")).body == "ok\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
