// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/image_builder.h"
#include "index/image/neighbour_search.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/index/image_source.h"
#include "tests/support/random_publication.h"
#include "tests/support/search_library.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

struct Vectors {
    std::vector<VectorWord> words;
    std::vector<std::uint32_t> offsets = {0};

    std::uint64_t product(std::size_t left, std::size_t right) const {
        std::uint64_t sum = 0;
        for (std::uint32_t l = offsets[left]; l < offsets[left + 1]; ++l)
            for (std::uint32_t r = offsets[right]; r < offsets[right + 1]; ++r)
                if (words[l].list == words[r].list)
                    sum += std::uint64_t{words[l].weight} * words[r].weight;
        return sum;
    }
};

Vectors random_vectors() {
    Vectors vectors;
    const int count = *rc::gen::inRange(1, 30);
    for (int document = 0; document < count; ++document) {
        for (std::uint32_t list = 0; list < 20; ++list)
            if (*rc::gen::inRange(0, 3) == 0)
                vectors.words.push_back({list, *rc::gen::inRange<std::uint32_t>(1, 256)});
        vectors.offsets.push_back(static_cast<std::uint32_t>(vectors.words.size()));
    }
    return vectors;
}

// The others that share a word, the nearest first: every pair is compared.
std::vector<std::uint32_t> naive_neighbours(const Vectors& vectors, std::size_t document) {
    std::vector<std::uint32_t> others;
    for (std::uint32_t other = 0; other + 1 < vectors.offsets.size(); ++other)
        if (other != document && vectors.product(document, other) > 0)
            others.push_back(other);
    std::stable_sort(others.begin(), others.end(), [&](std::uint32_t left, std::uint32_t right) {
        return vectors.product(document, left) > vectors.product(document, right);
    });
    others.resize(std::min(others.size(), max_neighbours));
    return others;
}

double idf(double count, double matching) {
    return std::log1p((count - matching + 0.5) / (matching + 0.5));
}

} // namespace

BOOST_AUTO_TEST_SUITE(similarity_suite)

BOOST_AUTO_TEST_CASE(neighbours_are_those_that_comparing_all_pairs_gives) {
    rc::check([] {
        const Vectors vectors = random_vectors();
        const auto found = nearest_neighbours(vectors.words, vectors.offsets);
        for (std::size_t document = 0; document + 1 < vectors.offsets.size(); ++document) {
            const auto expected = naive_neighbours(vectors, document);
            double shares = 0;
            for (std::size_t i = 0; i < max_neighbours; ++i) {
                const Neighbour& neighbour = found[document * max_neighbours + i];
                RC_ASSERT(neighbour.document ==
                          (i < expected.size() ? expected[i] : Neighbour::no_neighbour));
                shares += static_cast<double>(neighbour.share);
            }
            RC_ASSERT(std::abs(shares - (expected.empty() ? 0 : 1)) < 1e-5);
        }
    });
}

BOOST_AUTO_TEST_CASE(vectors_hold_the_heaviest_words) {
    ImageSource source(search_library());
    source.write(random_publications(7, 60));
    const auto image = temporary_image(*source.reader(), source.library()).value();
    const double count = image->document_count();
    std::set<std::uint32_t> seen;
    for (std::uint32_t document = 0; document < image->document_count(); ++document) {
        const auto vector = image->vector(document);
        BOOST_TEST(vector.size() <= 48);
        double squares = 0;
        for (const VectorWord& word : vector) {
            seen.insert(word.list);
            squares += static_cast<double>(word.weight) * word.weight;
            const std::uint32_t size = image->lists()[word.list].size();
            BOOST_TEST(size > 1);
            BOOST_TEST(idf(count, size) > 0);
        }
        if (!vector.empty())
            BOOST_TEST(std::abs(std::sqrt(squares) - vector_unit) < 4);
        BOOST_TEST(std::ranges::is_sorted(vector, {}, &VectorWord::list));
    }
    BOOST_TEST(seen.size() > 5);
}

BOOST_AUTO_TEST_SUITE_END()
