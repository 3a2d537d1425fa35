// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/shape.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

std::uint32_t ink(const std::string& text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

bool is_unread(const std::string& tag) {
    return tag == "script" || tag == "style" || tag == "template" || tag == "noscript";
}

} // namespace

HtmlShape measure(const HtmlTree& tree, const std::vector<bool>& left_out) {
    const std::size_t count = tree.nodes.size();
    HtmlShape shape{std::vector<std::uint32_t>(count), std::vector<std::uint32_t>(count)};
    for (std::size_t at = count; at-- > 1;) {
        const HtmlNode& node = tree.nodes[at];
        if (node.is_text())
            shape.text[at] = ink(node.text);
        if (is_unread(node.tag) || (!left_out.empty() && left_out[at]))
            shape.text[at] = shape.linked[at] = 0;
        if (node.tag == "a" && node.has_attribute("href"))
            shape.linked[at] = shape.text[at];
        shape.text[node.parent] += shape.text[at];
        shape.linked[node.parent] += shape.linked[at];
    }
    return shape;
}

} // namespace praxis::corpus
