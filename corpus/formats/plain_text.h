// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Lines of plain text → paragraphs.
//
// A blank line ends a paragraph. Inside one, line ends that only wrap the text vanish (text wrapped
// at a column; a line that goes on in lower case), line ends that mean something stay (lists,
// addresses, headings above each other).
//
// Shapes:   lines of a paragraph separated by '\n', blanks collapsed; no empty paragraph.
// Units:    `line` counts from 1.
// Threads:  Immutable
struct Paragraph {
    std::string text;
    int line = 0;
};

std::vector<Paragraph> paragraphs_of(std::string_view text);

// Whether a paragraph could be a heading: one or two short lines without the end of a sentence.
bool looks_like_heading(std::string_view paragraph);

} // namespace praxis::corpus
