// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html_tree.h"
#include "corpus/record.h"

#include <vector>

namespace praxis::corpus {

// What a page says of itself outside of its text, in the page's order: "html.title", meta elements
// by their name or property, "lang", "canonical", "license", JSON-LD, elements marked up as
// author, date or tag ("rel.author", "byline", "rel.tag", "itemprop.datepublished", "time").
//
// Threads:  Immutable
std::vector<KeyValue> page_values(const HtmlTree& tree, const std::vector<bool>& left_out);

} // namespace praxis::corpus
