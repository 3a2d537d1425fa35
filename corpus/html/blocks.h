// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html_tree.h"

#include <string>
#include <vector>

namespace praxis::corpus {

// One line of a page's text as a reader sees it: a heading, a paragraph, an entry of a list, a
// row of a table (its cells separated by " | ").
//
// Shapes:   text is not empty, blanks collapsed, without soft hyphens and zero-width characters;
//           preformatted text keeps its line ends.
// Threads:  Immutable
struct HtmlBlock {
    std::string text;
    int level = 0;           // of a heading, 1–6; 0 for text
    std::string anchor;      // the id of a heading, if it has one
    bool is_set_off = false; // somebody else's words: a quotation, a caption
    bool is_entry = false;   // of a list
    double link_share = 0;   // how much of it stands in links, 0 to 1
    int line = 0;
};

// The blocks below `root`, without what is left out.
//
// A line break that only wraps a sentence is a blank; marks of footnotes and "¶" links of
// headings are no text; a paragraph all in bold is a heading, and so is one that its author
// called "h2" or "Heading2".
std::vector<HtmlBlock>
blocks_of(const HtmlTree& tree, NodeIndex root, const std::vector<bool>& left_out);

} // namespace praxis::corpus
