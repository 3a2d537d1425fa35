// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"

#include <algorithm>

namespace praxis::schemas {

namespace {

void append_text(const XmlNode& node, std::string& all) { // depth is bounded by the parser
    all += node.text;
    for (const XmlNode& child : node.children)
        append_text(child, all);
}

} // namespace

std::optional<std::string_view> XmlNode::attribute(std::string_view key) const {
    const auto found = std::find_if(
        attributes.begin(), attributes.end(), [&](const auto& pair) { return pair.first == key; });
    if (found == attributes.end())
        return std::nullopt;
    return found->second;
}

const XmlNode* XmlNode::child(std::string_view local_name) const {
    const auto found = std::find_if(children.begin(), children.end(), [&](const XmlNode& node) {
        return !node.is_text() && node.name == local_name;
    });
    return found == children.end() ? nullptr : &*found;
}

std::vector<const XmlNode*> XmlNode::children_named(std::string_view local_name) const {
    std::vector<const XmlNode*> found;
    for (const XmlNode& node : children)
        if (!node.is_text() && node.name == local_name)
            found.push_back(&node);
    return found;
}

std::string XmlNode::all_text() const {
    std::string all;
    append_text(*this, all);
    return all;
}

} // namespace praxis::schemas
