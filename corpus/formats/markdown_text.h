// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Markdown → passages: the text that a reader of the page would see.
//
// GitHub's dialect (tables, strikethrough, bare links, task lists, footnotes); headings become
// passages with the anchor that "{#id}" or GitHub gives them; of links their text stays, of
// images their description; the lines of code stay; a table row is a line, its cells separated by
// " | "; raw HTML is read as HTML. Tags of site generators are replaced first (template_tags.h).
//
// Errors:   none; any text is Markdown.
// Threads:  Thread-safe
// Source:   https://github.github.com/gfm/
std::vector<schemas::Passage> read_markdown(std::string_view markdown);

// Plain text of a small piece that may hold Markdown (a summary, a line inside HTML): without any
// of its signs, it comes back as it is.
std::string markdown_to_plain_text(std::string_view text);

} // namespace praxis::corpus
