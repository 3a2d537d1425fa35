// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/unit_test.hpp>

#include "tests/http/served_site.h"

#include <future>
#include <thread>

// How connections are kept, shared, cut and drained. Deadlines are short here and what is expected
// of them is only their order, so that a slow machine makes no test fail.

namespace praxis::http {

namespace {

using namespace std::chrono_literals;
using tests::Answer;
using tests::get;
using tests::HttpClient;
using tests::ServedSite;
using tests::wait_until;

} // namespace

BOOST_AUTO_TEST_SUITE(connection_suite)

BOOST_AUTO_TEST_CASE(answers_many_requests_on_one_connection) {
    ServedSite site;
    HttpClient client(site.port());
    for (int i = 0; i < 50; ++i) {
        client.send(get("/v1/search?q=fire"));
        const Answer answer = client.read_answer();
        BOOST_TEST_REQUIRE(answer.status == 200);
        BOOST_TEST(answer.header("Connection") == "keep-alive");
    }
    BOOST_TEST(site.server().connections().open == 1U);
}

BOOST_AUTO_TEST_CASE(answers_requests_sent_ahead_in_their_order) {
    ServedSite site;
    HttpClient client(site.port());
    client.send(get("/healthz") + get("/v1/status") + get("/nowhere") + get("/readyz"));
    BOOST_TEST(client.read_answer().body == "ok\n");
    BOOST_TEST(client.read_answer().header("Content-Type") == "application/json");
    BOOST_TEST(client.read_answer().status == 404);
    BOOST_TEST(client.read_answer().body == "ready\n");
}

BOOST_AUTO_TEST_CASE(closes_when_the_client_or_the_limit_says_so) {
    ConnectionLimits limits;
    limits.requests_per_connection = 2;
    ServedSite site(limits);
    HttpClient asks(site.port());
    asks.send(get("/healthz", "Connection: close\r\n"));
    BOOST_TEST(asks.read_answer().header("Connection") == "close");
    BOOST_TEST(asks.read_until_closed().value_or("open") == "");
    HttpClient many(site.port());
    many.send(get("/healthz") + get("/healthz") + get("/healthz"));
    BOOST_TEST(many.read_answer().header("Connection") == "keep-alive");
    BOOST_TEST(many.read_answer().header("Connection") == "close");
    BOOST_TEST(many.read_until_closed().value_or("open") == "");
}

BOOST_AUTO_TEST_CASE(speaks_http_1_0) {
    ServedSite site;
    HttpClient once(site.port());
    once.send("GET /healthz HTTP/1.0\r\n\r\n");
    BOOST_TEST(once.read_answer().body == "ok\n");
    BOOST_TEST(once.read_until_closed().value_or("open") == "");
    HttpClient kept(site.port());
    for (int i = 0; i < 2; ++i) {
        kept.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        BOOST_TEST(kept.read_answer().header("Connection") == "keep-alive");
    }
}

BOOST_AUTO_TEST_CASE(reads_a_request_that_comes_byte_by_byte) {
    ServedSite site;
    HttpClient client(site.port());
    for (const char c : get("/healthz"))
        client.send(std::string(1, c));
    BOOST_TEST(client.read_answer().body == "ok\n");
}

BOOST_AUTO_TEST_CASE(cuts_a_head_that_drips_while_it_serves_others) {
    ConnectionLimits limits;
    limits.head_deadline = 300ms;
    ServedSite site(limits);
    HttpClient slow(site.port());
    slow.send("GET / HTTP/1.1\r\n");
    std::atomic<bool> cut = false;
    // Each byte arrives well within any timeout of its own; only a deadline for all of them ends
    // it.
    std::jthread dripping([&] {
        for (int i = 0; i < 3'000 && !cut; ++i) {
            slow.send("X");
            std::this_thread::sleep_for(10ms);
        }
    });
    BOOST_TEST(site.fetch(get("/healthz")).status == 200);
    const auto farewell = slow.read_until_closed();
    cut = true;
    BOOST_TEST(farewell.value_or("open").starts_with("HTTP/1.1 408 "));
}

BOOST_AUTO_TEST_CASE(cuts_a_body_that_does_not_come) {
    ConnectionLimits limits;
    limits.body_deadline = 200ms;
    ServedSite site(limits);
    HttpClient slow(site.port());
    slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
    BOOST_TEST(slow.read_answer().status == 408);
    BOOST_TEST(slow.read_until_closed().value_or("open") == "");
}

BOOST_AUTO_TEST_CASE(closes_idle_connections_in_silence) {
    ConnectionLimits limits;
    limits.idle_deadline = 200ms;
    limits.head_deadline = 200ms;
    ServedSite site(limits);
    HttpClient never_asked(site.port());
    HttpClient asked_once(site.port());
    asked_once.send(get("/healthz"));
    BOOST_TEST(asked_once.read_answer().status == 200);
    BOOST_TEST(asked_once.read_until_closed().value_or("open") == "");
    BOOST_TEST(never_asked.read_until_closed().value_or("open") == "");
}

BOOST_AUTO_TEST_CASE(gives_the_places_of_drippers_to_honest_clients) {
    ConnectionLimits limits;
    limits.connections = 4;
    limits.connections_per_address = 4;
    ServedSite site(limits);
    std::vector<HttpClient> drippers;
    for (int i = 0; i < 20; ++i) {
        drippers.emplace_back(site.port()).send("GET / HTTP/1.1\r\nX");
        const Answer answer = site.fetch(get("/healthz", "Connection: close\r\n"));
        BOOST_TEST_REQUIRE(answer.status == 200);
    }
    BOOST_TEST(drippers.front().read_until_closed().value_or("open") == "");
    BOOST_TEST(site.server().connections().evicted > 0U);
}

BOOST_AUTO_TEST_CASE(says_503_when_every_place_is_busy) {
    ConnectionLimits limits;
    limits.connections = 1;
    ServedSite site(limits);
    HttpClient busy(site.port());
    busy.send(get("/v1/search?q=wait"));
    wait_until([&] { return site.searcher().searches() == 1; });
    const Answer answer = site.fetch(get("/healthz"));
    BOOST_TEST(answer.status == 503);
    BOOST_TEST(answer.header("Retry-After") == "1");
    BOOST_TEST(answer.header("Connection") == "close");
    site.searcher().release();
    BOOST_TEST(busy.read_answer().status == 200);
    BOOST_TEST(site.server().connections().refused == 1U);
}

BOOST_AUTO_TEST_CASE(says_503_when_too_many_searches_run) {
    Site::Options options;
    options.running = 1;
    options.patience = 50ms;
    ServedSite site({}, options);
    HttpClient busy(site.port());
    busy.send(get("/v1/search?q=wait"));
    wait_until([&] { return site.searcher().searches() == 1; });
    const Answer refused = site.fetch(get("/v1/search?q=fire"));
    BOOST_TEST(refused.status == 503);
    BOOST_TEST(refused.header("Retry-After") == "1");
    BOOST_TEST(site.fetch(get("/healthz")).status == 200);
    site.searcher().release();
    BOOST_TEST(busy.read_answer().status == 200);
    BOOST_TEST(site.fetch(get("/v1/search?q=fire")).status == 200);
}

BOOST_AUTO_TEST_CASE(gives_up_on_a_client_that_does_not_read) {
    ConnectionLimits limits;
    limits.response_deadline = 300ms;
    ServedSite site(limits);
    HttpClient slow(site.port());
    slow.shrink_receive_buffer();
    for (int i = 0; i < 2'000; ++i) // far more answers than the buffers between hold
        if (!slow.send(get("/web/style.css")))
            break;
    wait_until([&] {
        return site.fetch(get("/metrics")).body.find("praxis_http_undelivered_total 1\n") !=
               std::string::npos;
    });
    wait_until([&] { return site.server().connections().open == 0; });
    BOOST_TEST(site.server().connections().evicted == 0U);
}

BOOST_AUTO_TEST_CASE(finishes_running_requests_when_it_stops) {
    ServedSite site;
    HttpClient running(site.port());
    HttpClient idle(site.port());
    idle.send(get("/healthz"));
    BOOST_TEST(idle.read_answer().status == 200);
    running.send(get("/v1/search?q=wait") + get("/v1/search?q=fire"));
    wait_until([&] { return site.searcher().searches() == 1; });
    auto stopped = std::async(std::launch::async, [&] { return site.server().stop(); });
    BOOST_TEST(idle.read_until_closed().value_or("open") == "");
    site.searcher().release();
    const Answer answer = running.read_answer();
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.header("Connection") == "close");
    BOOST_TEST(running.read_until_closed().value_or("open") == "");
    BOOST_TEST(stopped.get());
    BOOST_CHECK_THROW(HttpClient(site.port()), std::runtime_error);
    BOOST_TEST(site.searcher().searches() == 1U);
}

BOOST_AUTO_TEST_CASE(cuts_what_still_runs_at_the_end_of_the_drain) {
    ConnectionLimits limits;
    limits.drain_deadline = 100ms;
    ServedSite site(limits);
    HttpClient running(site.port());
    running.send(get("/v1/search?q=wait"));
    wait_until([&] { return site.searcher().searches() == 1; });
    BOOST_TEST(!site.server().stop());
    BOOST_TEST(running.read_until_closed().value_or("open") == "");
}

BOOST_AUTO_TEST_CASE(says_that_it_is_not_ready_while_it_drains) {
    ServedSite site;
    BOOST_TEST(site.fetch(get("/readyz")).status == 200);
    site.site().stop_being_ready();
    BOOST_TEST(site.fetch(get("/readyz")).status == 503);
    BOOST_TEST(site.fetch(get("/healthz")).status == 200);
}

BOOST_AUTO_TEST_CASE(refuses_a_port_that_is_taken) {
    ServedSite site;
    ServedSite other;
    const auto second = HttpServer::listen({"127.0.0.1", site.port(), {}}, other.site());
    BOOST_REQUIRE(!second.has_value());
    BOOST_TEST((second.error().kind() == ErrorKind::Conflict));
    const auto nowhere = HttpServer::listen({"192.0.2.1", 0, {}}, other.site());
    BOOST_TEST(!nowhere.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
