// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/http/served_site.h"

#include <set>

namespace praxis::http {

namespace {

using tests::Answer;
using tests::get;
using tests::ServedSite;

// The head without what differs from one moment to the next.
std::string lasting_head(const Answer& answer) {
    std::string lasting;
    for (const auto& [name, value] : answer.headers)
        if (name != "Date" && name != "Server-Timing" && name != "X-Request-Id")
            lasting += name + ": " + value + "\n";
    return lasting;
}

} // namespace

BOOST_AUTO_TEST_SUITE(site_suite)

BOOST_AUTO_TEST_CASE(answers_head_as_get_without_the_body) {
    ServedSite site;
    for (const char* target :
         {"/v1/search?q=fire", "/", "/healthz", "/nowhere", "/web/style.css"}) {
        const Answer whole = site.fetch(get(target));
        tests::HttpClient client(site.port());
        client.send("HEAD " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n" +
                    get("/healthz"));
        const Answer head = client.read_answer(false);
        BOOST_TEST(head.status == whole.status, target);
        if (whole.status == 200)
            BOOST_TEST(lasting_head(head) == lasting_head(whole), target);
        BOOST_TEST(client.read_answer().body == "ok\n"); // no body stood between them
    }
}

BOOST_AUTO_TEST_CASE(answers_options_for_pages_elsewhere) {
    ServedSite site;
    for (const char* target : {"*", "/v1/search", "/publications/a/b"}) {
        const Answer answer = site.fetch("OPTIONS " + std::string(target) +
                                         " HTTP/1.1\r\nHost: a\r\nOrigin: https://x.example\r\n"
                                         "Access-Control-Request-Method: GET\r\n\r\n");
        BOOST_TEST(answer.status == 204);
        BOOST_TEST(answer.header("Allow") == "GET, HEAD, OPTIONS");
        BOOST_TEST(answer.header("Access-Control-Allow-Origin") == "*");
        BOOST_TEST(answer.header("Content-Length") == "");
    }
    BOOST_TEST(site.fetch("OPTIONS /nowhere HTTP/1.1\r\nHost: a\r\n\r\n").status == 404);
}

BOOST_AUTO_TEST_CASE(opens_answers_to_the_origins_of_its_list_only) {
    Site::Options options;
    options.origins = {"https://a.example"};
    ServedSite site({}, options);
    const auto allowed = [&](const std::string& origin) {
        return site.fetch(get("/v1/status", "Origin: " + origin + "\r\n"))
            .header("Access-Control-Allow-Origin");
    };
    BOOST_TEST(allowed("https://a.example") == "https://a.example");
    BOOST_TEST(allowed("https://b.example") == "");
    BOOST_TEST(site.fetch(get("/v1/status")).header("Vary") ==
               "Accept, Accept-Encoding, Authorization, Origin");
}

BOOST_AUTO_TEST_CASE(refuses_other_methods_with_what_is_allowed) {
    ServedSite site;
    for (const char* method :
         {"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get", "FOO"}) {
        const Answer answer =
            site.fetch(std::string(method) + " /v1/search HTTP/1.1\r\nHost: a\r\n\r\n");
        BOOST_TEST(answer.status == 405, method);
        BOOST_TEST(answer.header("Allow") == "GET, HEAD, OPTIONS");
        BOOST_TEST(answer.header("Connection") == "keep-alive");
    }
}

BOOST_AUTO_TEST_CASE(answers_304_while_nothing_has_changed) {
    ServedSite site;
    for (const char* target : {"/v1/search?q=fire",
                               "/?q=fire",
                               "/v1/publications/samples/fire-merger",
                               "/publications/samples/fire-merger"}) {
        const std::string tag = site.fetch(get(target)).header("ETag");
        BOOST_TEST(tag.starts_with("W/\"7-"), target);
        const std::string condition = "If-None-Match: \"x\", " + tag + "\r\n";
        const Answer unchanged = site.fetch(get(target, condition), false);
        BOOST_TEST(unchanged.status == 304, target);
        BOOST_TEST(unchanged.header("ETag") == tag);
        BOOST_TEST(unchanged.header("Vary") == "Accept, Accept-Encoding, Authorization");
        BOOST_TEST(unchanged.header("Content-Length") == "");
        BOOST_TEST(unchanged.header("Content-Security-Policy") == ""); // the page keeps its own
        site.searcher().publish(8);
        BOOST_REQUIRE(site.searcher().refresh().value());
        const Answer changed = site.fetch(get(target, condition));
        BOOST_TEST(changed.status == 200, target);
        BOOST_TEST(changed.header("ETag").starts_with("W/\"8-"));
        site.searcher().publish(7);
        BOOST_REQUIRE(site.searcher().refresh().value());
    }
}

BOOST_AUTO_TEST_CASE(gives_every_request_a_tag_of_its_own) {
    ServedSite site;
    std::set<std::string> tags;
    const std::vector<std::string> targets = {"/v1/search?q=fire",
                                              "/v1/search?q=fir",
                                              "/?q=fire",
                                              "/v1/search",
                                              "/v1/search?q=fire&page_size=1"};
    for (const std::string& target : targets)
        tags.insert(site.fetch(get(target)).header("ETag"));
    BOOST_TEST(tags.size() == targets.size());
    BOOST_TEST(site.fetch(get("/v1/search?q=(")).header("ETag") == "");
    BOOST_TEST(site.fetch(get("/healthz")).header("ETag") == "");
}

BOOST_AUTO_TEST_CASE(does_not_search_for_what_has_not_changed) {
    ServedSite site;
    const std::string tag = site.fetch(get("/v1/search?q=fire")).header("ETag");
    const std::size_t before = site.searcher().searches();
    site.fetch(get("/v1/search?q=fire", "If-None-Match: " + tag + "\r\n"), false);
    BOOST_TEST(site.searcher().searches() == before);
}

BOOST_AUTO_TEST_CASE(packs_long_answers_for_clients_that_ask) {
    ServedSite site;
    const Answer plain = site.fetch(get("/v1/search"));
    const Answer packed = site.fetch(get("/v1/search", "Accept-Encoding: gzip\r\n"));
    BOOST_TEST(plain.header("Content-Encoding") == "");
    BOOST_TEST(packed.header("Content-Encoding") == "gzip");
    BOOST_TEST(packed.body.size() < plain.body.size());
    BOOST_TEST(packed.body.starts_with("\x1F\x8B"));
    BOOST_TEST(packed.header("Vary") == plain.header("Vary"));
    BOOST_TEST(site.fetch(get("/healthz", "Accept-Encoding: gzip\r\n")).body == "ok\n");
}

BOOST_AUTO_TEST_CASE(has_each_address_in_its_format_only) {
    ServedSite site;
    const auto status = [&](const std::string& target, const std::string& accept) {
        return site.fetch(get(target, "Accept: " + accept + "\r\n")).status;
    };
    BOOST_TEST(status("/v1/search", "application/json") == 200);
    BOOST_TEST(status("/v1/search", "text/html, */*;q=0.1") == 200);
    BOOST_TEST(status("/v1/search", "text/csv") == 406);
    BOOST_TEST(status("/v1/publications/samples/fire-merger", "application/x-bibtex") == 200);
    BOOST_TEST(status("/v1/publications/samples/fire-merger", "application/pdf") == 406);
    BOOST_TEST(status("/", "text/html") == 200);
    BOOST_TEST(status("/", "application/json") == 406);
    BOOST_TEST(status("/healthz", "text/plain;q=0") == 406);
}

BOOST_AUTO_TEST_CASE(shows_problems_as_pages_to_people_only) {
    ServedSite site;
    const std::string browser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";
    const auto type = [&](const std::string& target, const std::string& fields) {
        return site.fetch(get(target, fields)).header("Content-Type");
    };
    BOOST_TEST(type("/nowhere", browser) == "text/html; charset=utf-8");
    BOOST_TEST(type("/?q=(", browser) == "text/html; charset=utf-8");
    BOOST_TEST(type("/nowhere", "") == "application/problem+json");
    BOOST_TEST(type("/v1/search?x=y", browser) == "application/problem+json");
    BOOST_TEST(type("/?q=explode", browser) ==
               "application/problem+json"); // pages may be what failed
}

BOOST_AUTO_TEST_CASE(keeps_plain_request_ids_and_replaces_others) {
    ServedSite site;
    const auto id = [&](const std::string& given) {
        return site.fetch(get("/nowhere", "X-Request-Id: " + given + "\r\n"))
            .header("X-Request-Id");
    };
    BOOST_TEST(id("abc-1.2_Z") == "abc-1.2_Z");
    BOOST_TEST(id(std::string(64, 'a')) == std::string(64, 'a'));
    for (const std::string& given : {std::string(65, 'a'),
                                     std::string(""),
                                     std::string("a b"),
                                     std::string("<b>"),
                                     std::string("\xC3\xA9")})
        BOOST_TEST((id(given) != given && id(given).size() == 16), given);
    const Answer twice = site.fetch(get("/nowhere", "X-Request-Id: a\r\nX-Request-Id: b\r\n"));
    BOOST_TEST(twice.header("X-Request-Id").size() == 16U);
    const Answer problem = site.fetch(get("/nowhere", "X-Request-Id: here\r\n"));
    BOOST_TEST(nlohmann::json::parse(problem.body)["request_id"] == "here");
}

BOOST_AUTO_TEST_CASE(turns_every_failure_into_a_problem_that_tells_nothing_of_its_inside) {
    ServedSite site;
    for (const char* q : {"explode", "nameless"}) {
        const Answer answer = site.fetch(get("/v1/search?q=" + std::string(q)));
        BOOST_TEST(answer.status == 500);
        BOOST_TEST(answer.body.find("secret") == std::string::npos);
        BOOST_TEST(answer.header("Connection") == "keep-alive");
    }
    BOOST_TEST(site.fetch(get("/v1/search?q=late")).header("Retry-After") == "1");
}

BOOST_AUTO_TEST_CASE(explains_every_problem_at_its_address) {
    ServedSite site;
    for (const ProblemKind& kind : problem_kinds()) {
        const Answer page = site.fetch(get("/problems/" + std::string(kind.name)));
        BOOST_TEST(page.status == 200, kind.name);
        BOOST_TEST(page.header("Content-Type") == "text/html; charset=utf-8");
        BOOST_TEST(page.body.find("<h1>" + std::string(kind.title) + "</h1>") != std::string::npos);
    }
    BOOST_TEST(site.fetch(get("/problems/none")).status == 404);
    BOOST_TEST(site.fetch(get("/problems/gone/x")).status == 404);
}

BOOST_AUTO_TEST_CASE(sets_strict_fields_on_every_answer) {
    ServedSite site;
    for (const char* target :
         {"/", "/v1/search", "/nowhere", "/web/style.css", "/v1/search?q=explode"}) {
        const Answer answer = site.fetch(get(target));
        BOOST_TEST(answer.header("X-Content-Type-Options") == "nosniff", target);
        BOOST_TEST(answer.header("Referrer-Policy") == "no-referrer", target);
        const std::string policy = answer.header("Content-Security-Policy");
        BOOST_TEST(policy.starts_with("default-src 'none'"), target);
        BOOST_TEST(policy.find("unsafe") == std::string::npos, target);
        BOOST_TEST(answer.header("Cache-Control") != "", target);
        BOOST_TEST(answer.header("Content-Length") != "", target);
    }
}

BOOST_AUTO_TEST_CASE(has_a_status_without_a_last_sync) {
    ServedSite site;
    const std::string none = "\"last_sync\":null}";
    BOOST_TEST(!site.fetch(get("/v1/status")).body.ends_with(none));
    site.searcher().set_last_sync(std::nullopt);
    BOOST_TEST(site.fetch(get("/v1/status")).body.ends_with(none));
    site.searcher().set_last_sync(failure(ErrorKind::Corrupt, "it is damaged"));
    BOOST_TEST(site.fetch(get("/v1/status")).body.ends_with(none));
}

BOOST_AUTO_TEST_CASE(counts_what_it_answered) {
    ServedSite site;
    site.fetch(get("/v1/search?q=fire"));
    site.fetch(get("/v1/search?q=("));
    site.fetch(get("/nowhere"));
    site.fetch("nonsense\r\n\r\n");
    // A client may have its answer before the server has counted it.
    for (const char* line : {"praxis_http_requests_total{route=\"search\",status=\"200\"} 1\n",
                             "praxis_http_requests_total{route=\"search\",status=\"400\"} 1\n",
                             "praxis_http_requests_total{route=\"none\",status=\"404\"} 1\n",
                             "praxis_http_requests_total{route=\"none\",status=\"400\"} 1\n",
                             "praxis_http_request_seconds_bucket{route=\"search\",le=\"+Inf\"} 2\n",
                             "praxis_generation 7\n",
                             "praxis_publications 5\n"})
        tests::wait_until(
            [&] { return site.fetch(get("/metrics")).body.find(line) != std::string::npos; });
}

BOOST_AUTO_TEST_CASE(finds_publications_however_their_slashes_are_written) {
    ServedSite site;
    BOOST_TEST(site.fetch(get("/v1/publications/samples/fire-merger")).status == 200);
    BOOST_TEST(site.fetch(get("/v1/publications/samples%2Ffire-merger")).status == 200);
    BOOST_TEST(site.fetch(get("/v1/publications/news/2016-05%23fire")).status == 200);
    for (const char* target : {"/v1/publications/",
                               "/v1/publications//",
                               "/v1/publications/samples",
                               "/v1/publications/samples/../samples/fire-merger",
                               "/v1/publications/samples%252Ffire-merger"})
        BOOST_TEST(site.fetch(get(target)).status == 404, target);
}

BOOST_AUTO_TEST_CASE(lets_no_location_carry_another_header) {
    ServedSite site;
    const Answer moved = site.fetch(get("/v1/publications/samples/old-name"));
    BOOST_TEST(moved.status == 301);
    BOOST_TEST(moved.header("Location") == "/v1/publications/news/2016-05%23fire");
    BOOST_TEST(site.fetch(get("/publications/samples/old-name")).header("Location") ==
               "/publications/news/2016-05%23fire");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
