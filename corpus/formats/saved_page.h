// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/formats/plain_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The text of a web page that somebody saved, without what belonged to the page only.
//
// Leaves out the lines of the website (furniture_lines.h), breadcrumbs that lead to the title and
// the block of tweets at the end; finds the byline at the top or the writer at the end. Everything
// else stays, misspellings and repeated lists included.
//
// Shapes:   `left_out` names each paragraph or line that was dropped, with its line.
// Threads:  Immutable
struct SavedPage {
    std::vector<Paragraph> paragraphs;
    std::vector<Paragraph> left_out;
    std::vector<std::string> authors; // of the byline
    std::string date;                 // of the byline, as written, or empty
};

SavedPage clean_saved_page(std::vector<Paragraph> paragraphs);

} // namespace praxis::corpus
