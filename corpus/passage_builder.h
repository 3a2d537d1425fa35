// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Puts passages together from headings and paragraphs as a reader meets them.
//
// Gives every heading an anchor that is unique in the publication (the second "Results" is
// "results-1", as on GitHub), leaves out passages with neither heading nor text.
//
// Shapes:   blanks collapsed inside a paragraph; `lines` keeps line ends and leading blanks.
// Threads:  Thread-compatible
class PassageBuilder {
public:
    // Begins a passage; an empty `anchor` is made from the heading.
    void heading(int level, std::string_view text, std::string_view anchor = {});

    // From here on the text stands at this place of the original ("p. 12"): the passage just begun
    // does, or one without heading begins.
    void place(std::string_view place);

    void paragraph(std::string_view text);

    // Preformatted text, e.g. code.
    void lines(std::string_view text);

    // Adds finished passages of another reader; the first one, if it has no heading, continues
    // the current passage.
    void passages(std::vector<schemas::Passage> more);

    std::vector<schemas::Passage> take();

private:
    void append(std::string_view text);
    std::string unique(std::string anchor);

    std::vector<schemas::Passage> passages_;
    std::map<std::string, int, std::less<>> anchors_; // and how often each was wanted
};

} // namespace praxis::corpus
