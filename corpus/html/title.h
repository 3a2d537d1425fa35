// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What may be a page's title, each as the page writes it; empty where it says nothing.
struct TitleClues {
    std::string declared;              // citation_title, dc.title, the headline of JSON-LD
    std::string og;                    // og:title
    std::string site;                  // og:site_name
    std::string head;                  // <title>
    std::vector<std::string> headings; // of level 1 in the main text, then of any level 1
    std::string first_heading;         // of any level
};

// The title of the page, without the name of the site that <title> and og:title often carry.
//
// The name is only cut off where a heading, og:title or og:site_name shows where it begins; a
// dash alone may belong to the title. A <title> that is a file's name, or the same on the whole
// site, gives way to the heading.
//
// Threads:  Immutable
std::string choose_title(const TitleClues& clues);

// Whether two titles are the same but for case, punctuation and blanks.
bool is_same_title(std::string_view one, std::string_view other);

// Whether a line is the way through the site to a page: "Home / Blog / Title".
bool is_trail_to(std::string_view line, std::string_view title);

} // namespace praxis::corpus
