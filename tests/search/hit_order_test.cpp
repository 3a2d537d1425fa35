// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/hit_order.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <ostream>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

schemas::Publication dated(std::string id, std::string title, std::optional<Date> date) {
    schemas::Publication publication = written(std::move(id), std::move(title), {"text"});
    if (date)
        publication.date = {*date, schemas::DateOrigin::Field};
    return publication;
}

struct Row {
    std::string q;
    Sort sort;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row rows[] = {
    {"", Sort::DateDown, "may first year older b-undated undated", "the newest first"},
    {"", Sort::DateUp, "older year first may b-undated undated", "the oldest first, undated last"},
    {"", Sort::Title, "older first year may undated b-undated", "titles without their article"},
    {"kind:article", Sort::Relevance, "may first year older b-undated undated", "equal scores"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(hit_order_suite)

BOOST_DATA_TEST_CASE(orders_as_asked, rows) {
    const auto snapshot = snapshot_of({
        dated("undated", "The Mayor", std::nullopt),
        dated("year", "Budget 9 now", Date{2016, 0, 0}),
        dated("may", "Budget 10 now", Date{2016, 5, 2}),
        dated("first", "a budget 9 now", Date{2016, 1, 1}),
        dated("older", "An audit now", Date{2010, 0, 0}),
        dated("b-undated", "Zoning now", std::nullopt),
    });
    SearchRequest request = query(sample.q);
    request.sort = sample.sort;
    BOOST_TEST(ids(answer_of(*snapshot, request)) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
