// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/limits.h"
#include "server/http/wire/admission.h"
#include "server/http/wire/request_head.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

namespace praxis::http {

namespace {

// The status that a whole head is refused with, or 0 if it is admitted.
int status_of(const std::string& bytes) {
    HeadScanner scanner;
    const auto length = scanner.scan(bytes);
    if (!length)
        return kind_of(length.error().type).status;
    if (!*length)
        return -1; // incomplete
    const auto head = parse_request_head(bytes.substr(0, **length));
    if (!head)
        return kind_of(head.error().type).status;
    const auto framing = admit(*head);
    return framing ? 0 : kind_of(framing.error().type).status;
}

std::string with_fields(const std::string& fields) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

struct Row {
    std::string head;
    int status;
    const char* why;
};

void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows)
        BOOST_TEST(status_of(row.head) == row.status, row.why);
}

} // namespace

BOOST_AUTO_TEST_SUITE(request_head_suite)

BOOST_AUTO_TEST_CASE(admits_what_honest_clients_send) {
    check_rows({
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 0, "the shortest"},
        {"GET / HTTP/1.0\r\n\r\n", 0, "1.0 needs no host"},
        {"GET http://a/x?y HTTP/1.1\r\nHost: a\r\n\r\n", 0, "absolute form"},
        {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 0, "asterisk form"},
        {"GET /?q=caf\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n", 0, "bare UTF-8, as some tools send"},
        {"GET /?q={a|b}^` HTTP/1.1\r\nHost: a\r\n\r\n", 0, "what browsers leave unencoded"},
        {with_fields("Host2: x\r\nAccept:*/*\r\nX:\r\n"), 0, "no blank, no value"},
        {with_fields("Cookie: a=\"b\xC3\xA9\"\t; c=d\r\n"), 0, "tabs and bytes above ASCII"},
        {with_fields("Referer: https://x/?a=?b\r\n"), 0, "=? alone is no encoded word"},
        {with_fields("Content-Length: 0\r\n"), 0, "an empty body"},
        {with_fields("Content-Length: 65536\r\n"), 0, "the largest body that is dropped"},
        {"GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 0, "an IPv6 host"},
    });
}

BOOST_AUTO_TEST_CASE(refuses_request_lines_that_are_not_http) {
    check_rows({
        {"GET /\r\n\r\n", 400, "HTTP/0.9"},
        {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "two blanks"},
        {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400, "a blank at the end"},
        {" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a blank at the beginning"},
        {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a blank inside the target"},
        {"GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a tab"},
        {"G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a method that is no token"},
        {"GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", 400, "a fragment"},
        {"GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505, "another minor version"},
        {"GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505, "another version"},
        {"PRI * HTTP/2.0\r\n\r\n", 505, "HTTP/2's preface"},
        {"GET / http/1.1\r\nHost: a\r\n\r\n", 400, "lower case"},
        {"GET / HTTP/1.1x\r\nHost: a\r\n\r\n", 400, "more behind the version"},
        {"GET / HTTP/11\r\nHost: a\r\n\r\n", 400, "no dot"},
        {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "an empty line first"},
        {"\x16\x03\x01\x02", 400, "TLS on a plain port"},
        {"GET /" + std::string(max_request_line, 'a') + " HTTP/1.1\r\n", 414, "too long"},
    });
}

BOOST_AUTO_TEST_CASE(refuses_fields_that_two_programs_may_read_differently) {
    check_rows({
        {"GET / HTTP/1.1\nHost: a\n\n", 400, "bare line feeds"},
        {"GET / HTTP/1.1\r\nHost: a\n\r\n", 400, "one bare line feed"},
        {"GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400, "a bare carriage return"},
        {with_fields("X: a\r\n b\r\n"), 400, "a folded line"},
        {with_fields("X : a\r\n"), 400, "a blank before the colon"},
        {with_fields(": a\r\n"), 400, "no name"},
        {with_fields("X\r\n"), 400, "no colon"},
        {with_fields("X(y): a\r\n"), 400, "a name that is no token"},
        {with_fields(std::string("X: a\0b\r\n", 8)), 400, "NUL"},
        {with_fields("X: a\x01\r\n"), 400, "a control character"},
        {with_fields("X: a\x7F\r\n"), 400, "DEL"},
        {with_fields("X: =?utf-8?Q?a=0D=0AY: b?=\r\n"), 400, "an encoded word"},
        {with_fields("Content-Length: =?utf-8?Q?5?=\r\n"), 400, "an encoded length"},
        {with_fields("X: " + std::string(max_head, 'a')), 431, "too large"},
    });
    std::string many;
    for (std::size_t i = 0; i < max_header_fields; ++i)
        many += "X: a\r\n";
    BOOST_TEST(status_of(with_fields(many)) == 431, "one field too many, with Host");
}

BOOST_AUTO_TEST_CASE(refuses_hosts_that_are_missing_or_odd) {
    check_rows({
        {"GET / HTTP/1.1\r\n\r\n", 400, "none"},
        {"GET / HTTP/1.1\r\nHost:\r\n\r\n", 400, "empty"},
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400, "two equal ones"},
        {"GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400, "a list"},
        {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, "a path"},
        {"GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400, "a user"},
        {"GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400, "two in HTTP/1.0"},
    });
}

BOOST_AUTO_TEST_CASE(refuses_lengths_that_are_not_certain) {
    check_rows({
        {with_fields("Content-Length: 5\r\nContent-Length: 5\r\n"), 400, "twice"},
        {with_fields("Content-Length: 5, 5\r\n"), 400, "a list"},
        {with_fields("Content-Length: +5\r\n"), 400, "a sign"},
        {with_fields("Content-Length: -1\r\n"), 400, "negative"},
        {with_fields("Content-Length: 5x\r\n"), 400, "more than digits"},
        {with_fields("Content-Length: 0x5\r\n"), 400, "hexadecimal"},
        {with_fields("Content-Length: 5 5\r\n"), 400, "a blank inside"},
        {with_fields("Content-Length:\r\n"), 400, "empty"},
        {with_fields("Content-Length: 65537\r\n"), 413, "one byte too large"},
        {with_fields("Content-Length: 99999999999999999999\r\n"), 413, "beyond 64 bits"},
        {with_fields("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400, "both"},
        {with_fields("Transfer-Encoding: chunked\r\n"), 411, "chunks"},
        {with_fields("Transfer-Encoding: Chunked\r\n"), 411, "chunks in upper case"},
        {with_fields("Transfer-Encoding: gzip, chunked\r\n"), 400, "another coding"},
        {with_fields("Transfer-Encoding: identity\r\n"), 400, "identity"},
        {with_fields("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"), 400, "twice"},
        {with_fields("Transfer-Encoding: xchunked\r\n"), 400, "nearly chunked"},
        {with_fields("Transfer-Encoding:\x0B"
                     "chunked\r\n"),
         400,
         "a vertical tab"},
        {"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "chunks in HTTP/1.0"},
        {with_fields("Expect: coffee\r\n"), 417, "an unknown expectation"},
    });
}

BOOST_AUTO_TEST_CASE(finds_the_same_end_however_the_bytes_arrive) {
    rc::check("scanning in pieces equals scanning at once", [] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("\r\n\r\n\r\nab :")));
        HeadScanner whole;
        const auto expected = whole.scan(text);
        HeadScanner pieces;
        for (std::size_t length = 1; length <= text.size(); ++length) {
            const auto scanned = pieces.scan(text.substr(0, length));
            if (scanned && !*scanned)
                continue;
            RC_ASSERT(scanned.has_value() == expected.has_value());
            if (scanned)
                RC_ASSERT(*scanned == *expected);
            return;
        }
        RC_ASSERT(expected.has_value() && !*expected);
    });
}

BOOST_AUTO_TEST_CASE(never_fails_otherwise_than_by_a_refusal) {
    rc::check("any bytes give a head or a problem", [] {
        const auto fields = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("Ho:st\r\nContent-Length 5x\t\xC3=?")));
        const int status = status_of("GET / HTTP/1.1\r\n" + fields + "\r\n\r\n");
        RC_ASSERT(status == 0 || (status >= 400 && status < 506));
    });
}

BOOST_AUTO_TEST_CASE(reads_names_in_lower_case_and_values_as_they_stand) {
    const auto head =
        parse_request_head("GET /x HTTP/1.1\r\nHOST: A\r\nAccept:  a/b \r\naccept: c/d\r\n\r\n");
    BOOST_REQUIRE(head.has_value());
    BOOST_TEST(head->fields[0].name == "host");
    BOOST_TEST(head->fields[0].value == "A");
    BOOST_TEST(head->list("accept") == "a/b, c/d");
}

BOOST_AUTO_TEST_CASE(keeps_connections_as_the_versions_say) {
    const auto keeps = [](const std::string& bytes) {
        return admit(*parse_request_head(bytes))->keep_alive;
    };
    BOOST_TEST(keeps("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    BOOST_TEST(!keeps("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, Close\r\n\r\n"));
    BOOST_TEST(!keeps("GET / HTTP/1.0\r\n\r\n"));
    BOOST_TEST(keeps("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
