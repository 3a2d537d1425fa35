// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/related/related.h"
#include "server/search/snapshot.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/random_publication.h"
#include "tests/support/random_run.h"
#include "tests/support/search_one.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

schemas::Publication
on_topic(std::string id, std::string title, std::string text, const std::string& topic) {
    schemas::Publication publication = written(std::move(id), std::move(title), {std::move(text)});
    publication.topics.emplace_back().term = {topic, {topic}};
    return publication;
}

// The ids of those that share three words or more, the nearest first, by comparing all.
std::string nearest(std::uint32_t document, std::size_t limit, const Snapshot& snapshot) {
    const index::Image& image = snapshot.layers().front().image();
    std::map<std::uint32_t, std::int64_t> weights;
    for (const index::VectorWord& word : image.vector(document))
        weights[word.list] = word.weight;
    std::vector<std::pair<std::int64_t, std::uint32_t>> found;
    for (std::uint32_t other = 0; other < image.document_count(); ++other) {
        std::int64_t product = 0;
        int shared = 0;
        for (const index::VectorWord& word : image.vector(other))
            if (const auto known = weights.find(word.list); known != weights.end()) {
                product += known->second * word.weight;
                ++shared;
            }
        if (other != document && shared >= 3)
            found.emplace_back(-product, other);
    }
    std::sort(found.begin(), found.end());
    std::string ids;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        ids += std::string(image.id(found[i].second)) + " ";
    return ids;
}

} // namespace

BOOST_AUTO_TEST_SUITE(related_suite)

BOOST_AUTO_TEST_CASE(names_those_with_the_nearest_vectors) {
    std::size_t named = 0; // some libraries have no two that are alike
    for (std::uint64_t seed = run_seed(); seed < run_seed() + 5; ++seed) {
        const auto snapshot = snapshot_of(random_publications(seed, 80));
        for (std::uint32_t document = 0; document < snapshot->document_count(); ++document) {
            std::string ids;
            for (const RelatedPublication& like : related_publications(document, 8, *snapshot)) {
                ids += like.publication.id + " ";
                ++named;
            }
            BOOST_TEST(ids == nearest(document, 8, *snapshot), "PRAXIS_SEED=" << seed);
        }
    }
    BOOST_TEST(named > 0U);
}

BOOST_AUTO_TEST_CASE(says_what_is_like_it_and_why) {
    std::vector<schemas::Publication> library = {
        on_topic("a", "Stormwater fees", "A fee for the stormwater of roofs and gutters.", "water"),
        on_topic("b", "Roofs and stormwater", "Stormwater runs from roofs and gutters.", "water"),
        on_topic("c", "Street trees", "Shade for the streets.", "parks"),
        on_topic("d", "A roof for the market", "The market needs shade.", "markets"),
    };
    for (int i = 0; i < 8; ++i) // a word says something if at most a quarter have it
        library.push_back(on_topic("e" + std::to_string(i), "Nothing", "Nothing.", "nothing"));
    const auto snapshot = snapshot_of(std::move(library));
    const auto of = [&](std::string_view id) {
        return *snapshot->document_of(id);
    };
    const auto related = related_publications(of("a"), 2, *snapshot);
    BOOST_TEST_REQUIRE(related.size() == 1U); // a roof alone is not enough
    BOOST_TEST(related[0].publication.id == "b");
    BOOST_TEST(related[0].publication.passages.empty());
    BOOST_TEST(related[0].similarity > 0);
    BOOST_TEST(related[0].similarity <= 1);
    BOOST_TEST_REQUIRE(related[0].topics.size() == 1U);
    BOOST_TEST(related[0].topics[0].value == "water");
    const std::vector<std::string>& words = related[0].words;
    BOOST_TEST(std::count(words.begin(), words.end(), "stormwater") == 1);
    BOOST_TEST(words.size() >= 3U);
    BOOST_TEST(related_publications(of("c"), 9, *snapshot).empty());
    BOOST_TEST(related_publications(of("e0"), 9, *snapshot).empty());
}

BOOST_AUTO_TEST_SUITE_END()
