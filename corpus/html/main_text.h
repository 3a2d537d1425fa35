// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html/blocks.h"
#include "corpus/html_tree.h"

#include <vector>

namespace praxis::corpus {

// Where a page's own text stands.

// The element that holds the main text: what the page marks as such (<main>, <article>,
// role="main", itemprop="articleBody", id="content" and the like), else the body.
struct MainText {
    NodeIndex root = 0;
    bool is_marked = false;
};

MainText find_main_text(const HtmlTree& tree, const std::vector<bool>& left_out);

// Whether a block is a paragraph, longer than anything a menu holds.
bool is_prose(const HtmlBlock& block);

// The blocks without what surrounds the text: lines of the website, parts below headings like
// "Latest tweets", a heading that stands there twice in a row. Where the page does not mark its
// text, also the short links before its first paragraph and behind its last one.
//
// Threads:  Immutable
std::vector<HtmlBlock> without_surroundings(std::vector<HtmlBlock> blocks, bool is_marked);

} // namespace praxis::corpus
