// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html_tree.h"

#include <cstdint>
#include <vector>

namespace praxis::corpus {

// How much text stands below each node, and how much of it in links; the measure by which
// navigation is told from prose. Scripts, styles and what is left out count nothing.
//
// Units:    bytes that are not white space.
// Threads:  Immutable
struct HtmlShape {
    std::vector<std::uint32_t> text;
    std::vector<std::uint32_t> linked;

    // The part of a node's text that stands in links, 0 to 1; 0 without text.
    double link_share(NodeIndex node) const {
        return text[node] == 0 ? 0.0 : static_cast<double>(linked[node]) / text[node];
    }
};

HtmlShape measure(const HtmlTree& tree, const std::vector<bool>& left_out = {});

} // namespace praxis::corpus
