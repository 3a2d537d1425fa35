// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::corpus {

// The HTML door: any bytes that call themselves HTML become a plain tree, and cannot do harm.
//
// The tree is one array in document order, each node knowing where its subtree ends. So every
// walk is a loop, whatever the depth, and skipping a subtree is one assignment.
//
// Shapes:   nodes[0] is the root "#document"; parent < own index < end <= nodes.size();
//           at most 16 MB of source, 1,000 attributes in a tag, 20,000 levels.
// Units:    the input is UTF-8, whatever the page says of itself; lines from 1.
// Errors:   InvalidInput for a page beyond the shapes, or built to exhaust the parser.
// Threads:  Immutable
// Source:   libxml2 2.9 (tag soup as browsers mend it; entities decoded)

using NodeIndex = std::uint32_t;

struct HtmlNode {
    std::string tag;  // lower case; empty for a run of text
    std::string text; // of a run of text, as it stands
    std::vector<std::pair<std::string, std::string>> attributes; // names lower case
    NodeIndex parent = 0;
    NodeIndex end = 0; // one behind the last node below
    int line = 0;

    bool is_text() const { return tag.empty(); }

    // The value of an attribute; empty if it has none or is not there.
    std::string_view attribute(std::string_view name) const;

    bool has_attribute(std::string_view name) const;
};

struct HtmlTree {
    std::vector<HtmlNode> nodes;
};

Result<HtmlTree> parse_html(std::string_view html);

// All text below a node, white space collapsed; scripts, styles and templates left out.
std::string text_below(const HtmlTree& tree, NodeIndex node);

} // namespace praxis::corpus
