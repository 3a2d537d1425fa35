// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/vectors/document_vectors.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

using namespace praxis::search;

namespace {

constexpr std::size_t stems = 12;

using Weights = std::vector<std::vector<StemWeight>>;

Weights drawn_weights() {
    const auto drawn = *rc::gen::container<std::vector<std::vector<std::pair<Stem, int>>>>(
        rc::gen::container<std::vector<std::pair<Stem, int>>>(
            rc::gen::pair(rc::gen::inRange<Stem>(0, stems), rc::gen::inRange(1, 9))));
    Weights weights;
    for (const auto& document : drawn) {
        weights.emplace_back();
        for (const auto& [stem, count] : std::map<Stem, int>(document.begin(), document.end()))
            weights.back().push_back({stem, static_cast<float>(count)});
    }
    return weights;
}

double cosine(const std::vector<StemWeight>& one, const std::vector<StemWeight>& other) {
    double product = 0;
    double of_one = 0;
    double of_other = 0;
    for (const StemWeight& a : one) {
        of_one += double{a.weight} * a.weight;
        for (const StemWeight& b : other)
            product += a.stem == b.stem ? double{a.weight} * b.weight : 0;
    }
    for (const StemWeight& b : other)
        of_other += double{b.weight} * b.weight;
    return product / std::sqrt(of_one * of_other);
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_vectors_suite)

BOOST_AUTO_TEST_CASE(the_nearest_are_those_with_the_highest_cosines) {
    rc::check([] {
        const Weights weights = drawn_weights();
        const DocumentVectors vectors(weights, stems);
        for (std::uint32_t document = 0; document < weights.size(); ++document) {
            std::vector<double> expected;
            for (std::uint32_t other = 0; other < weights.size(); ++other)
                if (const double c = cosine(weights[document], weights[other]);
                    other != document && c > 0)
                    expected.push_back(c);
            std::sort(expected.rbegin(), expected.rend());
            expected.resize(std::min<std::size_t>(expected.size(), 3));
            const std::vector<Neighbour> nearest = vectors.nearest(document, 3);
            RC_ASSERT(nearest.size() == expected.size());
            for (std::size_t i = 0; i < nearest.size(); ++i) {
                RC_ASSERT(std::abs(nearest[i].cosine - expected[i]) < 1e-5);
                RC_ASSERT(nearest[i].document != document);
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(keeps_the_heaviest_stems) {
    std::vector<StemWeight> many;
    for (Stem stem = 0; stem < 100; ++stem)
        many.push_back({stem, static_cast<float>(stem + 1)});
    const DocumentVectors vectors({many, {}}, 100);
    const auto kept = vectors.of(0);
    BOOST_TEST(kept.size() == DocumentVectors::most_stems);
    BOOST_TEST(kept.front().stem == 100U - DocumentVectors::most_stems);
    double squares = 0;
    for (const StemWeight& weight : kept)
        squares += double{weight.weight} * weight.weight;
    BOOST_TEST(std::abs(squares - 1) < 1e-6);
    BOOST_TEST(vectors.of(1).empty());
    BOOST_TEST(vectors.nearest(1, 5).empty());
}

BOOST_AUTO_TEST_SUITE_END()
