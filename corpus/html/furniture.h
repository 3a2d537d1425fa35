// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html/shape.h"
#include "corpus/html_text.h"
#include "corpus/html_tree.h"

#include <vector>

namespace praxis::corpus {

// Which elements of a page are furniture, not text: marked[i] means that node i and all below it
// are left out.
//
// In a fragment only what nobody reads is left out: scripts, styles, controls, hidden parts. In a
// page also navigation, headers and footers of the site, asides, forms, adverts, cookie banners,
// share bars, tweets, breadcrumbs, related links and comments, told by tag, role, class and id.
// What holds half of the page's text is never furniture, whatever it is called.
//
// Threads:  Immutable
std::vector<bool> furniture_of(const HtmlTree& tree, const HtmlShape& shape, HtmlExtent extent);

} // namespace praxis::corpus
