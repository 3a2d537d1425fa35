// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/search_parameters.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/fake_searcher.h"

namespace praxis::http {

namespace {

using search::SearchRequest;

search::Answered<SearchRequest> decoded(std::string_view query) {
    const auto target = parse_target("/?" + std::string(query));
    BOOST_REQUIRE(target.has_value());
    return decode_search_request(target->parameters, tests::fake_library());
}

// The request that a query stands for, with `change` done to the default.
void check_request(std::string_view query, const std::function<void(SearchRequest&)>& change) {
    SearchRequest expected;
    change(expected);
    const auto request = decoded(query);
    BOOST_TEST_REQUIRE(request.has_value(), query);
    BOOST_TEST((*request == expected), query);
}

void check_errors(std::string_view query, const std::string& expected) {
    const auto request = decoded(query);
    BOOST_TEST_REQUIRE(!request.has_value(), query);
    std::string all;
    for (const search::ParameterError& error : request.error().errors)
        all += error.parameter + (error.position ? "@" + std::to_string(*error.position) : "") +
               " " + error.reason + "; ";
    BOOST_TEST(all == expected);
}

} // namespace

BOOST_AUTO_TEST_SUITE(search_parameters_suite)

BOOST_AUTO_TEST_CASE(takes_nothing_for_everything) {
    check_request("", [](SearchRequest&) {});
}

BOOST_AUTO_TEST_CASE(reads_every_parameter_that_stands_once) {
    using namespace search;
    check_request("q=fire+merger", [](auto& r) { r.q = "fire merger"; });
    check_request("match=any", [](auto& r) { r.match = search::Match::Any; });
    check_request("match=all", [](auto& r) { r.match = search::Match::All; });
    check_request("sort=-date", [](auto& r) { r.sort = Sort::DateDown; });
    check_request("sort=title", [](auto& r) { r.sort = Sort::Title; });
    check_request("q=x&sort=relevance", [](auto& r) {
        r.q = "x";
        r.sort = Sort::Relevance;
    });
    check_request("page_size=0", [](auto& r) { r.page_size = 0; });
    check_request("page_size=100", [](auto& r) { r.page_size = 100; });
    check_request("cursor=abc", [](auto& r) { r.cursor = "abc"; });
    check_request("rank=plain", [](auto& r) { r.rank = Rank::Plain; });
    check_request("highlight=none", [](auto& r) { r.highlight = Highlight::None; });
    check_request("as_of=17", [](auto& r) { r.as_of = 17; });
    check_request("facets=", [](auto& r) { r.facets.emplace(); });
    check_request("facets=topic,kind,topic", [](auto& r) {
        r.facets = std::vector<std::string>{"topic", "kind"};
    });
    check_request("facet_size=1000", [](auto& r) { r.facet_size = 1000; });
}

BOOST_AUTO_TEST_CASE(gathers_the_choices_of_a_facet) {
    check_request("topic=public-safety/fire&topic=budget&kind=law&topic=budget", [](auto& r) {
        r.filters = {{"topic", {"public-safety/fire", "budget"}, {}, {}, false},
                     {"kind", {"law"}, {}, {}, false}};
    });
    check_request("topic.all=a&topic.all=b&topic.not=c&topic.missing=true&topic=d", [](auto& r) {
        r.filters = {{"topic", {"d"}, {"a", "b"}, {"c"}, true}};
    });
    check_request("kind=No+Such+Value!", [](auto& r) {
        r.filters = {{"kind", {"No Such Value!"}, {}, {}, false}};
    });
}

BOOST_AUTO_TEST_CASE(reads_ranges_of_range_facets_and_of_the_date) {
    check_request("year=2010..2016&year=2020&date=2016-01..", [](auto& r) {
        r.ranges = {{"year", Date{2010, 0, 0}, Date{2016, 0, 0}},
                    {"year", Date{2020, 0, 0}, Date{2020, 0, 0}},
                    {"date", Date{2016, 1, 0}, std::nullopt}};
    });
    check_request("year.missing=true&year.not=2016", [](auto& r) {
        r.filters = {{"year", {}, {}, {"2016"}, true}};
    });
}

BOOST_AUTO_TEST_CASE(lists_everything_that_is_wrong) {
    check_errors("tpoic=x&page_size=101&sort=best",
                 "tpoic is not a parameter of this address; did you mean topic?; "
                 "page_size must be a whole number from 0 to 100; "
                 "sort must be one of relevance, -date, date, title; ");
    check_errors("q=a&q=b", "q is given more than once; ");
    check_errors("kind.missing=true&kind.missing=true", "kind.missing is given more than once; ");
    check_errors("Q=a", "Q is not a parameter of this address; did you mean q?; ");
    check_errors("Topic.not=a",
                 "Topic.not is not a parameter of this address; did you mean topic?; ");
    check_errors("topic.any=a",
                 "topic.any is not a parameter of this address; did you mean topic?; ");
    check_errors("date.not=2016",
                 "date.not is not a parameter of this address; did you mean date?; ");
    check_errors("=x", " is not a parameter of this address; ");
    check_errors("sort=relevance", "sort relevance needs a query in q; ");
    check_errors("sort=relevance&q=+", "sort relevance needs a query in q; ");
    check_errors("sort=", "sort must be one of relevance, -date, date, title; ");
    check_errors("page_size=", "page_size must be a whole number from 0 to 100; ");
    check_errors("page_size=-1", "page_size must be a whole number from 0 to 100; ");
    check_errors("page_size=1.5", "page_size must be a whole number from 0 to 100; ");
    check_errors("facet_size=0", "facet_size must be a whole number from 1 to 1000; ");
    check_errors("as_of=0", "as_of must be a whole number from 1 to 18446744073709551615; ");
    check_errors("facets=topic,colour", "facets@6 names no facet of this library: 'colour'; ");
    check_errors("kind=", "kind has no value; ");
    check_errors("kind.missing=yes", "kind.missing must be true; ");
    check_errors("year=2016..2010", "year has its ends reversed; ");
    check_errors("date=2016..x",
                 "date@6 must be a date such as 2016, 2016-05 or 2016-05-02, or a range A..B; ");
}

BOOST_AUTO_TEST_CASE(counts_the_query_in_code_points) {
    std::string longest;
    for (std::size_t i = 0; i < max_query_code_points; ++i)
        longest += "%F0%9F%9A%92";
    BOOST_TEST(decoded("q=" + longest).has_value());
    check_errors("q=" + longest + "x", "q@1024 is longer than 1,024 characters; ");
    check_errors("kind=" + std::string(257, 'x'), "kind@256 is longer than any value of a facet; ");
    check_errors("cursor=" + std::string(2049, 'x'), "cursor is not a cursor of this server; ");
}

BOOST_AUTO_TEST_CASE(bounds_the_number_of_parameters) {
    std::string many;
    for (std::size_t i = 0; i <= max_parameters; ++i)
        many += "kind=" + std::to_string(i) + "&";
    BOOST_TEST(!decoded(many).has_value());
}

BOOST_AUTO_TEST_CASE(answers_any_parameters_with_a_request_or_with_errors) {
    rc::check("never throws", [] {
        const auto names =
            *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("q",
                                                                                        "topic",
                                                                                        "topic.all",
                                                                                        "year",
                                                                                        "date",
                                                                                        "facets",
                                                                                        "as_of",
                                                                                        ".",
                                                                                        "topic.",
                                                                                        "x.not",
                                                                                        ""));
        std::vector<Parameter> parameters;
        for (const std::string& name : names)
            parameters.push_back({name,
                                  *rc::gen::container<std::string>(
                                      rc::gen::elementOf(std::string("2016-.5,topic")))});
        const auto request = decode_search_request(Parameters(parameters), tests::fake_library());
        RC_ASSERT(request.has_value() || !request.error().errors.empty());
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
