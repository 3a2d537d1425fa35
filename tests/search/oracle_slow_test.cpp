// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/answering.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/oracle.h"
#include "tests/support/random_run.h"
#include "tests/support/search_comparison.h"

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

// One image, or a base and a delta.
ComparedLibrary some_library(std::uint64_t seed, std::size_t count) {
    return seed % 2 == 0 ? ComparedLibrary(seed, count) : ComparedLibrary::with_delta(seed, count);
}

std::uint64_t total_of(const ComparedLibrary& library, SearchRequest request) {
    request.facets = std::vector<std::string>();
    request.page_size = 0;
    return library.answer(request).value().total;
}

// The request after a click on the value.
SearchRequest chosen(SearchRequest request, const std::string& facet, const std::string& value) {
    const bool adds =
        std::any_of(request.filters.begin(), request.filters.end(), [&](const FacetFilter& f) {
            return f.facet == facet && !f.all.empty();
        });
    if (adds) {
        request.filters.push_back({facet, {}, {value}, {}, false});
        return request;
    }
    for (FacetFilter& filter : request.filters)
        if (filter.facet == facet) {
            filter.any.clear();
            filter.missing = false;
        }
    std::erase_if(request.ranges, [&](const RangeFilter& range) { return range.field == facet; });
    request.filters.push_back({facet, {value}, {}, {}, false});
    return request;
}

void check_counts(const ComparedLibrary& library,
                  const SearchRequest& request,
                  const std::string& facet,
                  const std::vector<FacetValue>& values) {
    for (const FacetValue& value : values) {
        const std::uint64_t total = total_of(library, chosen(request, facet, value.value));
        BOOST_TEST(value.count == total,
                   described(request) << ": " << facet << "=" << value.value << " shows "
                                      << value.count << " and gives " << total);
        check_counts(library, request, facet, value.children);
    }
}

std::vector<std::string> ids_of(const SearchAnswer& answer) {
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits)
        ids.push_back(hit.publication.id);
    return ids;
}

Answered<SearchAnswer> page(const ComparedLibrary& library,
                            SearchRequest request,
                            const std::optional<std::string>& cursor,
                            std::size_t size) {
    request.page_size = size;
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(10));
    return search::answer(
        request, cursor ? decode_cursor(*cursor) : std::nullopt, library.snapshot(), deadline);
}

} // namespace

BOOST_AUTO_TEST_SUITE(oracle_slow_suite)

BOOST_AUTO_TEST_CASE(search_and_oracle_agree_on_many_random_requests) {
    const std::uint64_t rounds = run_rounds(200);
    std::uint64_t found = 0;
    for (std::uint64_t seed = run_seed(); seed < run_seed() + rounds; ++seed) {
        ComparedLibrary library = some_library(seed, 20 + seed % 30);
        for (int i = 0; i < 100; ++i) {
            if (i == 50)
                library.use_synonyms(seed);
            const SearchRequest request = library.requests().next();
            const std::string difference = library.difference(request);
            BOOST_TEST_REQUIRE(difference == "",
                               "PRAXIS_SEED=" << seed << ": " << described(request) << "\n  "
                                              << difference);
            const auto answer = library.answer(request);
            found += answer && answer->total > 0 ? 1 : 0;
        }
    }
    BOOST_TEST(found > rounds * 100 / 3, found << " of " << rounds * 100 << " found something");
}

// So many publications that lists are lists and bitmaps bitmaps, and so few hits asked for that
// most are passed over.
BOOST_AUTO_TEST_CASE(search_and_oracle_agree_on_larger_libraries) {
    const std::uint64_t rounds = run_rounds(200) / 50;
    for (std::uint64_t seed = run_seed(); seed < run_seed() + rounds; ++seed) {
        ComparedLibrary library = some_library(seed, 1500);
        for (int i = 0; i < 50; ++i) {
            if (i == 25)
                library.use_synonyms(seed);
            SearchRequest request = library.requests().next();
            request.page_size = 1 + library.requests().below(12);
            request.facets = std::vector<std::string>{"kind"};
            const std::string difference = library.difference(request);
            BOOST_TEST_REQUIRE(difference == "",
                               "PRAXIS_SEED=" << seed << ": " << described(request) << "\n  "
                                              << difference);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_count_is_the_total_after_choosing_the_value) {
    for (std::uint64_t seed = run_seed(); seed < run_seed() + 20; ++seed) {
        ComparedLibrary library = some_library(seed, 40);
        for (int i = 0; i < 15; ++i) {
            SearchRequest request = library.requests().next();
            request.page_size = 0;
            if (const auto answer = library.answer(request))
                for (const FacetCounts& facet : answer->facets)
                    check_counts(library, request, facet.field, facet.values);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_walk_by_cursors_is_one_big_page) {
    for (std::uint64_t seed = run_seed(); seed < run_seed() + 20; ++seed) {
        ComparedLibrary library = some_library(seed, 40);
        for (int i = 0; i < 20; ++i) {
            const SearchRequest request = library.requests().next();
            const auto whole = page(library, request, std::nullopt, 100);
            if (!whole)
                continue;
            std::vector<std::string> forward;
            std::vector<std::string> backward;
            std::optional<std::string> cursor;
            std::optional<std::string> last;
            do {
                const auto next = page(library, request, cursor, 1 + library.requests().below(9));
                const std::vector<std::string> ids = ids_of(next.value());
                forward.insert(forward.end(), ids.begin(), ids.end());
                BOOST_TEST(next->total == whole->total);
                BOOST_TEST((next->previous.has_value() == cursor.has_value()));
                cursor = next->next;
                last = next->previous;
                backward = ids;
            } while (cursor);
            while (last) {
                const auto before = page(library, request, last, 1 + library.requests().below(9));
                const std::vector<std::string> ids = ids_of(before.value());
                backward.insert(backward.begin(), ids.begin(), ids.end());
                last = before->previous;
            }
            BOOST_TEST(forward == ids_of(*whole), boost::test_tools::per_element());
            BOOST_TEST(backward == ids_of(*whole), boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
