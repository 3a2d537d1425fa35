// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/topic_tree.h"

#include <boost/test/unit_test.hpp>

namespace praxis::http {

namespace {

schemas::Library library_with_vocabulary() {
    schemas::Library library;
    schemas::Vocabulary topics("topics",
                               {{"public-safety", "Public safety", "", "Keeping people safe.", {}},
                                {"fire", "Fire", "public-safety", "", {"Fire and rescue"}},
                                {"art", "Art", "", "", {}}});
    library.vocabularies.emplace("topic", std::move(topics));
    return library;
}

schemas::Facet topic_facet() {
    schemas::Facet facet;
    facet.name = facet.property = "topic";
    facet.shape = schemas::FacetShape::Hierarchical;
    return facet;
}

// "Label:count(…)" in the tree's order.
std::string outline(const std::vector<TopicNode>& nodes) {
    std::string text;
    for (const TopicNode& node : nodes)
        text += (text.empty() ? "" : " ") + node.label + ":" + std::to_string(node.count) +
                (node.narrower.empty() ? "" : "(" + outline(node.narrower) + ")");
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(topic_tree_suite)

BOOST_AUTO_TEST_CASE(joins_vocabulary_and_publications) {
    const auto tree = topic_tree(library_with_vocabulary(),
                                 topic_facet(),
                                 {{"public-safety", "public safety", 3, false, {}},
                                  {"public-safety/police", "Police", 2, false, {}},
                                  {"own/child", "A child", 1, false, {}}});
    BOOST_TEST(outline(tree) == "Art:0 Own:0(A child:1) Public safety:3(Fire:0 Police:2)");
    BOOST_TEST(tree[2].scope_note == "Keeping people safe.");
    BOOST_TEST(tree[2].narrower[0].synonyms[0] == "Fire and rescue");
}

BOOST_AUTO_TEST_CASE(finds_the_way_to_a_topic) {
    const auto tree = topic_tree(library_with_vocabulary(), topic_facet(), {});
    const auto path = path_to(tree, "public-safety/fire");
    BOOST_TEST_REQUIRE(path.size() == 2U);
    BOOST_TEST(path[0]->value == "public-safety");
    BOOST_TEST(path[1]->label == "Fire");
    for (const char* unknown : {"", "public", "public-safety/", "public-safety/fire/x", "fire"})
        BOOST_TEST(path_to(tree, unknown).empty(), unknown);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
