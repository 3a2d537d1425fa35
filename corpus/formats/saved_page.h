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
// Leaves out interstitials ("One moment..."), tracking lines, the line of an archiving proxy,
// breadcrumbs that lead to the title, "Posted by" without a name, the block of latest tweets and
// the feedback form at the end; finds the byline at the top or at the end. Everything else stays,
// misspellings and repeated lists included.
//
// Shapes:   `left_out` names each paragraph that was dropped, with its line.
// Threads:  Immutable
struct SavedPage {
    std::vector<Paragraph> paragraphs;
    std::vector<Paragraph> left_out;
    std::string author; // of the byline, or empty
    std::string date;   // of the byline, as written, or empty
};

SavedPage clean_saved_page(std::vector<Paragraph> paragraphs);

} // namespace praxis::corpus
