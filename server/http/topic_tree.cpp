// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/topic_tree.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"

#include <algorithm>
#include <map>

namespace praxis::http {

namespace {

class TopicForest {
public:
    void add_vocabulary(const schemas::Vocabulary& vocabulary) {
        for (const schemas::Concept& entry : vocabulary.concepts()) {
            TopicNode& node = node_of(vocabulary.term(entry).value);
            node.label = entry.label;
            node.scope_note = entry.scope_note;
            node.synonyms = entry.synonyms;
        }
    }

    void add_counts(const std::vector<search::FacetValue>& counted) {
        for (const search::FacetValue& value : counted) {
            TopicNode& node = node_of(value.value);
            node.count = value.count;
            if (node.label.empty())
                node.label = value.label;
        }
    }

    std::vector<TopicNode> take() { return take_below(""); }

private:
    static std::string above(const std::string& value) {
        const std::size_t slash = value.rfind('/');
        return slash == std::string::npos ? std::string() : value.substr(0, slash);
    }

    // With every level above it.
    TopicNode& node_of(const std::string& value) {
        for (std::string path = above(value); !path.empty(); path = above(path))
            below_[above(path)][path].value = path;
        TopicNode& node = below_[above(value)][value];
        node.value = value;
        return node;
    }

    std::vector<TopicNode> take_below(const std::string& parent) {
        std::vector<TopicNode> nodes;
        for (auto& [value, node] : below_[parent]) {
            if (node.label.empty())
                node.label = slug_as_words(value.substr(value.rfind('/') + 1));
            node.narrower = take_below(value);
            nodes.push_back(std::move(node));
        }
        std::ranges::stable_sort(
            nodes, {}, [](const TopicNode& node) { return to_lower_ascii(node.label); });
        return nodes;
    }

    std::map<std::string, std::map<std::string, TopicNode>> below_; // by the path above
};

} // namespace

std::vector<TopicNode> topic_tree(const schemas::Library& library,
                                  const schemas::Facet& facet,
                                  const std::vector<search::FacetValue>& counted) {
    TopicForest forest;
    const auto vocabulary = library.vocabularies.find(facet.property);
    if (vocabulary != library.vocabularies.end())
        forest.add_vocabulary(vocabulary->second);
    forest.add_counts(counted);
    return forest.take();
}

std::vector<const TopicNode*> path_to(const std::vector<TopicNode>& tree, std::string_view value) {
    std::vector<const TopicNode*> path;
    const std::vector<TopicNode>* level = &tree;
    for (;;) {
        const auto next = std::ranges::find_if(*level, [&](const TopicNode& node) {
            return value == node.value || value.starts_with(node.value + "/");
        });
        if (next == level->end())
            return {};
        path.push_back(&*next);
        if (next->value == value)
            return path;
        level = &next->narrower;
    }
}

} // namespace praxis::http
