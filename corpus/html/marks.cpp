// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/marks.h"

#include "base/utf8.h"
#include "corpus/html/given_names.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

constexpr NodeIndex most_nodes = 12; // below a mark or a heading that is a mere paragraph

bool is_small(const HtmlTree& tree, NodeIndex at) {
    return tree.nodes[at].end - at <= most_nodes;
}

bool is_number_mark(std::string_view text) {
    constexpr std::string_view allowed = "0123456789[]()*^,ivx \u2020\u2021\u00A7";
    return !text.empty() && count_code_points(text) <= 6 &&
           text.find_first_not_of(allowed) == std::string_view::npos;
}

bool is_way_back(std::string_view text) {
    constexpr auto ways = std::to_array<std::string_view>({"\u21A9",
                                                           "\u21A9\uFE0E",
                                                           "\u21B5",
                                                           "^",
                                                           "\u2191",
                                                           "top",
                                                           "[top]",
                                                           "back",
                                                           "back to top",
                                                           "#",
                                                           "return to text",
                                                           "\u00B6"});
    return std::find(ways.begin(), ways.end(), to_lower_ascii(text)) != ways.end();
}

// The first link at or below a node, or the node itself if there is none.
NodeIndex link_in(const HtmlTree& tree, NodeIndex at) {
    for (NodeIndex below = at; below < tree.nodes[at].end; ++below)
        if (tree.nodes[below].tag == "a")
            return below;
    return at;
}

int level_of_role(const HtmlNode& node) {
    if (node.attribute("role") != "heading")
        return 0;
    const std::string_view level = node.attribute("aria-level");
    return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] - '0' : 2;
}

int level_of_names(const HtmlNode& node) {
    static const std::array<NameTable, 6> levels = {NameTable("h1 heading1 heading-1 mso-title"),
                                                    NameTable("h2 heading2 heading-2"),
                                                    NameTable("h3 heading3 heading-3"),
                                                    NameTable("h4 heading4 heading-4"),
                                                    NameTable("h5 heading5 heading-5"),
                                                    NameTable("h6 heading6 heading-6")};
    const std::vector<std::string> names = given_names(node);
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (levels[i].matches(names))
            return static_cast<int>(i) + 1;
    return 0;
}

} // namespace

bool is_reference_mark(const HtmlTree& tree, NodeIndex at) {
    const HtmlNode& node = tree.nodes[at];
    if ((node.tag != "a" && node.tag != "sup") || !is_small(tree, at))
        return false;
    const HtmlNode& link = tree.nodes[link_in(tree, at)];
    if (link.tag != "a" || link.attribute("href").find('#') == std::string_view::npos)
        return false;
    const std::string text = text_below(tree, at);
    return is_number_mark(text) || is_way_back(text);
}

int heading_level(const HtmlTree& tree, NodeIndex at) {
    const HtmlNode& node = tree.nodes[at];
    if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6')
        return node.tag[1] - '0';
    if (const int level = level_of_role(node); level > 0)
        return level;
    if ((node.tag == "p" || node.tag == "div") && is_small(tree, at) && node.has_attribute("class"))
        return level_of_names(node);
    return 0;
}

std::string id_of(const HtmlNode& node) {
    std::string_view id = node.attribute("id");
    if (id.empty() && node.tag == "a")
        id = node.attribute("name");
    const bool is_plain = id.find_first_of(" \t\n\r\"'<>#%&") == std::string_view::npos;
    return is_plain && id.size() <= 100 ? std::string(id) : std::string();
}

std::string heading_id(const HtmlTree& tree, NodeIndex at) {
    const NodeIndex end = std::min(tree.nodes[at].end, at + most_nodes);
    for (NodeIndex below = at; below < end; ++below)
        if (std::string id = id_of(tree.nodes[below]); !id.empty())
            return id;
    return {};
}

} // namespace praxis::corpus
