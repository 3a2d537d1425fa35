// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html_tree.h"

#include <string>

namespace praxis::corpus {

// Small marks that stand in the text but are none of it: the number that leads to a footnote,
// the arrow that leads back from it, the "¶" behind a heading that is its own link.
//
// Threads:  Immutable
bool is_reference_mark(const HtmlTree& tree, NodeIndex node);

// The level of the heading that an element is, 1–6, or 0: h1–h6, role="heading", or a paragraph
// whose class says so ("e-h2", "Heading2", "MsoTitle").
int heading_level(const HtmlTree& tree, NodeIndex node);

// The id by which a link reaches a heading: its own, or of an element in it; or empty.
std::string heading_id(const HtmlTree& tree, NodeIndex node);

// The element's id or name, if a link can use it; or empty.
std::string id_of(const HtmlNode& node);

} // namespace praxis::corpus
