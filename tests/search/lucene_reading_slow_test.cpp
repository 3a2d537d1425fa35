// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_parser.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "tests/support/lucene_reading.h"
#include "tests/support/random_run.h"
#include "tests/support/search_comparison.h"

#include <algorithm>
#include <iterator>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

using Ids = std::set<std::string>;

// One random library, read in three ways.
class ThreeReadings {
public:
    ThreeReadings(std::uint64_t seed, std::size_t count)
        : parts_(random_generation(seed, count)), compared_(seed, count),
          lucene_(parts_.library, parts_.publications, parts_.deleted) {}

    SearchRequest next_request() {
        SearchRequest request = compared_.requests().next();
        request.page_size = 100;
        request.facets = std::vector<std::string>{};
        return request;
    }

    struct Outcome {
        bool is_read = false; // by all three
        bool found = false;
        std::string difference;
    };

    Outcome compare(const SearchRequest& request) const {
        const auto parsed =
            parse_query(request.q, request.match, compared_.snapshot().query_fields());
        const auto answer = compared_.answer(request);
        if (!parsed || !answer || compared_.is_expanded(request))
            return {};
        const auto expected = lucene_.matching(request, parsed->query);
        if (!expected)
            return {};
        Outcome outcome{true, !expected->empty(), compared_.difference(request)};
        Ids ids;
        for (const Hit& hit : answer->hits)
            ids.insert(hit.publication.id);
        if (outcome.difference.empty() && (ids != *expected || answer->total != ids.size()))
            outcome.difference = said(ids, *expected);
        return outcome;
    }

private:
    static std::vector<std::string> less(const Ids& ids, const Ids& others) {
        std::vector<std::string> left;
        std::set_difference(
            ids.begin(), ids.end(), others.begin(), others.end(), std::back_inserter(left));
        return left;
    }

    static std::string said(const Ids& ids, const Ids& expected) {
        return fmt::format("Lucene++ finds {} and not {}",
                           fmt::join(less(expected, ids), " "),
                           fmt::join(less(ids, expected), " "));
    }

    MemoryGenerationParts parts_;
    ComparedLibrary compared_;
    LuceneReading lucene_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(lucene_reading_slow_suite)

// Of a request that Lucene++ cannot express, other names of words among it, nothing is said; two of
// five are read.
BOOST_AUTO_TEST_CASE(search_oracle_and_lucene_agree_on_many_random_requests) {
    const std::uint64_t rounds = run_rounds(100);
    std::uint64_t read = 0;
    std::uint64_t found = 0;
    for (std::uint64_t seed = run_seed(); seed < run_seed() + rounds; ++seed) {
        ThreeReadings library(seed, 20 + seed % 30);
        for (int i = 0; i < 100; ++i) {
            const SearchRequest request = library.next_request();
            const ThreeReadings::Outcome outcome = library.compare(request);
            BOOST_TEST_REQUIRE(outcome.difference == "",
                               "PRAXIS_SEED=" << seed << ": " << described(request) << "\n  "
                                              << outcome.difference);
            read += outcome.is_read ? 1 : 0;
            found += outcome.found ? 1 : 0;
        }
    }
    BOOST_TEST_MESSAGE(read << " requests read in three ways, " << found << " found something");
    BOOST_TEST(read > rounds * 100 / 5, read << " of " << rounds * 100 << " were read");
    BOOST_TEST(found > read / 4, found << " of " << read << " found something");
}

BOOST_AUTO_TEST_SUITE_END()
