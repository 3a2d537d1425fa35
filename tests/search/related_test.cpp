// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/snapshot.h"
#include "server/search/vectors/related.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <algorithm>

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

} // namespace

BOOST_AUTO_TEST_SUITE(related_suite)

BOOST_AUTO_TEST_CASE(says_what_is_like_it_and_why) {
    const auto snapshot = snapshot_of({
        on_topic("a", "Stormwater fees", "A fee for the stormwater of roofs and gutters.", "water"),
        on_topic("b", "Roofs and stormwater", "Stormwater runs from roofs and gutters.", "water"),
        on_topic("c", "Street trees", "Shade for the streets.", "parks"),
        on_topic("d", "A roof for the market", "The market needs shade.", "markets"),
    });
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
}

BOOST_AUTO_TEST_SUITE_END()
