// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// Where HTML and Markdown meet, and authors and the grammar disagree about which is which.
//
// Threads:  Immutable

// The text with a blank line between HTML and Markdown below it, so that it is read as Markdown,
// as most site generators do.
std::string with_open_groups(std::string_view markdown);

// HTML with the description of each image in the image's place.
std::string with_image_texts(std::string_view html);

// Whether indented lines read like a program rather than like prose.
bool looks_like_code(std::string_view text);

// Whether HTML that is for readers begins here, not an example of HTML; `in_html`: HTML or a list
// stands right in front of it.
bool begins_text_html(std::string_view text, bool in_html);

// The text without what its lines are indented by.
std::string without_indents(std::string_view text);

} // namespace praxis::corpus
