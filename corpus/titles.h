// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// A title for a publication whose source gives none.
struct FoundTitle {
    enum class Origin { Heading, Opening, FileName };

    std::string text;
    Origin origin = Origin::FileName;
};

// A heading at the top or of the first level; else the file's name made readable
// ("2016-05-02-fire_merger.md" → "Fire merger"); else the first words of the text, where the name
// is only digits and signs or the publication is not `alone` in the file.
//
// Threads:  Immutable
FoundTitle
find_title(const std::vector<schemas::Passage>& passages, std::string_view path, bool alone);

// Takes the heading off the first passage if it only repeats the title.
void drop_repeated_title(std::vector<schemas::Passage>& passages, std::string_view title);

// A title or summary as one line of plain text: Markdown, tags and entities read, blanks collapsed.
std::string plain_line(std::string_view written);

} // namespace praxis::corpus
