// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// The tags that site generators put into Markdown and HTML → the text that they carry.
//
// Hugo shortcodes {{< figure alt="A map" >}}, Liquid and Nunjucks {% image "a.png" "A map" %},
// expressions {{ page.title }}, comments {# #}, attribute lists {: .wide} and {.wide}. Carried are
// captions, labels, quotes and whatever else is prose; addresses, classes and code are not. In
// the address of a link a tag becomes "#", so that the link stays one. What stands between two
// tags stays, but for comments; {% raw %} and code fences are left as they are.
//
// Shapes:   line ends stay, except inside comments.
// Errors:   none; a tag that is never closed is text.
// Threads:  Immutable
std::string replace_template_tags(std::string_view text);

} // namespace praxis::corpus
