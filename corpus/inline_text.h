// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// Collects the text of one block as it comes in pieces.
//
// Blanks are collapsed over the borders of the pieces; soft hyphens and zero-width characters
// vanish, or words would not be found. Line breaks are remembered: those that only wrap a
// sentence become blanks in the end, the others end a line.
//
// Threads:  Thread-compatible
class InlineText {
public:
    void add(std::string_view piece);
    void add_verbatim(std::string_view piece); // preformatted: blanks and line ends stay
    void blank();
    void line_break();

    bool empty() const { return text_.empty(); }

    std::string_view so_far() const { return text_; }

    // The text; a new one begins.
    std::string take();

private:
    std::string text_;
    bool verbatim_ = false;
};

} // namespace praxis::corpus
