// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_counting.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/search_comparison.h"

#include <numeric>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

constexpr std::uint64_t seed = 2; // ComparedLibrary makes nothing beforehand

std::vector<std::size_t> all_facets(const Snapshot& snapshot) {
    std::vector<std::size_t> facets(snapshot.facets().size());
    std::iota(facets.begin(), facets.end(), std::size_t{0});
    return facets;
}

// Some of a layer's documents, or all of a list that live.
DocumentSet some_set(const Layer& layer) {
    const std::uint32_t limit = layer.document_count();
    const auto list = *rc::gen::inRange<std::uint32_t>(0, layer.image().lists().size());
    if (*rc::gen::arbitrary<bool>())
        return layer.living(DocumentSet::of_list(layer.image().lists()[list], limit));
    const auto one_in = *rc::gen::inRange<std::uint32_t>(1, 6);
    const auto but = *rc::gen::arbitrary<bool>();
    std::vector<std::uint32_t> documents;
    for (std::uint32_t document = 0; document < limit; ++document)
        if ((document % one_in == 0) != but)
            documents.push_back(document);
    return layer.living(DocumentSet::of(std::move(documents), limit));
}

} // namespace

BOOST_AUTO_TEST_SUITE(facet_counting_suite)

BOOST_AUTO_TEST_CASE(what_is_worked_out_beforehand_changes_no_count) {
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::hours(1));
    const ComparedLibrary plain = ComparedLibrary::with_delta(seed, 200);
    const ComparedLibrary prepared = ComparedLibrary::with_delta(seed, 200);
    for (const Layer& layer : prepared.snapshot().layers())
        layer.make_aids(1);
    const std::vector<std::size_t> facets = all_facets(plain.snapshot());
    BOOST_TEST(rc::check("with it and without", [&] {
        LayerSets sets;
        LayerSets prepared_sets;
        for (std::size_t i = 0; i < plain.snapshot().layers().size(); ++i) {
            const Layer& layer = prepared.snapshot().layers()[i];
            prepared_sets.push_back(some_set(layer));
            sets.push_back(prepared_sets.back());
        }
        RC_ASSERT(count_facets(facets, prepared_sets, prepared.snapshot(), deadline) ==
                  count_facets(facets, sets, plain.snapshot(), deadline));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
