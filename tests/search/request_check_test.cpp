// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/request_check.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/search_library.h"

#include <functional>
#include <ostream>

using namespace praxis;
using namespace praxis::search;

namespace {

struct Row {
    std::function<void(SearchRequest&)> change;
    std::string parameter; // empty: it is fine
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row rows[] = {
    {[](SearchRequest&) {}, "", "nothing asked"},
    {[](SearchRequest& r) {
         r.filters = {{"colour", {"red"}, {}, {}, false}};
     },
     "colour",
     "an unknown facet"},
    {[](SearchRequest& r) {
         r.filters = {{"kind", {"red"}, {}, {}, false}};
     },
     "",
     "an unknown value is none of an error"},
    {[](SearchRequest& r) {
         r.filters = {{"kind", {""}, {}, {}, false}};
     },
     "kind",
     "no value"},
    {[](SearchRequest& r) {
         r.filters = {{"kind", {}, {""}, {}, false}};
     },
     "kind.all",
     "no value"},
    {[](SearchRequest& r) {
         r.filters = {{"kind", {}, {}, {""}, false}};
     },
     "kind.not",
     "no value"},
    {[](SearchRequest& r) {
         r.filters = {{"kind", {std::string(1025, '/')}, {}, {}, false}};
     },
     "kind",
     "a long value"},
    {[](SearchRequest& r) {
         r.facets = {"kind", "colour"};
     },
     "facets",
     "an unknown facet"},
    {[](SearchRequest& r) {
         r.ranges = {{"year", Date{2016, 0, 0}, Date{2016, 0, 0}}};
     },
     "",
     "a year"},
    {[](SearchRequest& r) {
         r.ranges = {{"date", Date{2016, 5, 0}, {}}};
     },
     "",
     "a month on"},
    {[](SearchRequest& r) {
         r.ranges = {{"date", Date{2016, 5, 0}, Date{2016, 5, 3}}};
     },
     "",
     "a month to a day in it"},
    {[](SearchRequest& r) {
         r.ranges = {{"kind", Date{2016, 0, 0}, {}}};
     },
     "kind",
     "no ranges"},
    {[](SearchRequest& r) {
         r.ranges = {{"colour", Date{2016, 0, 0}, {}}};
     },
     "colour",
     "no field"},
    {[](SearchRequest& r) {
         r.ranges = {{"year", {}, {}}};
     },
     "year",
     "no ends"},
    {[](SearchRequest& r) {
         r.ranges = {{"year", Date{2016, 5, 0}, {}}};
     },
     "year",
     "a month is no year"},
    {[](SearchRequest& r) {
         r.ranges = {{"year", Date{2016, 0, 0}, Date{2015, 0, 0}}};
     },
     "year",
     "reversed"},
    {[](SearchRequest& r) {
         r.ranges = {{"date", Date{2016, 5, 0}, Date{2016, 4, 0}}};
     },
     "date",
     "reversed"},
    {[](SearchRequest& r) { r.page_size = 0; }, "", "no hits"},
    {[](SearchRequest& r) { r.page_size = 100; }, "", "the largest page"},
    {[](SearchRequest& r) { r.page_size = 101; }, "page_size", "too large a page"},
    {[](SearchRequest& r) { r.facet_size = 0; }, "facet_size", "no list"},
    {[](SearchRequest& r) { r.facet_size = 1000; }, "", "the longest list"},
    {[](SearchRequest& r) { r.facet_size = 1001; }, "facet_size", "too long a list"},
    {[](SearchRequest& r) { r.range_facet_size = 1001; }, "facet_size", "too long a list of years"},
    {[](SearchRequest& r) { r.sort = Sort::Relevance; }, "sort", "relevance to nothing"},
    {[](SearchRequest& r) { r.sort = Sort::Relevance, r.q = " \u00A0"; }, "sort", "blank"},
    {[](SearchRequest& r) { r.sort = Sort::Relevance, r.q = "fire"; }, "", "relevance"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(request_check_suite)

BOOST_DATA_TEST_CASE(names_the_parameter_that_is_wrong, rows) {
    SearchRequest request;
    sample.change(request);
    const auto errors = check_request(request, tests::search_library());
    BOOST_TEST(errors.size() == (sample.parameter.empty() ? 0U : 1U));
    BOOST_TEST((errors.empty() ? "" : errors.front().parameter) == sample.parameter);
}

BOOST_AUTO_TEST_CASE(names_them_all) {
    SearchRequest request;
    request.page_size = 1000;
    request.facet_size = 0;
    request.facets = {"a", "b"};
    BOOST_TEST(check_request(request, tests::search_library()).size() == 4U);
}

BOOST_AUTO_TEST_CASE(sorts_by_relevance_only_with_a_query) {
    SearchRequest request;
    BOOST_TEST((effective_sort(request) == Sort::DateDown));
    request.q = "fire";
    BOOST_TEST((effective_sort(request) == Sort::Relevance));
    request.sort = Sort::Title;
    BOOST_TEST((effective_sort(request) == Sort::Title));
}

BOOST_AUTO_TEST_SUITE_END()
