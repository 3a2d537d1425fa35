// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/template_tags.h"

#include "base/utf8.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t longest_tag = 2000; // a brace that is closed later is no tag

// The length of the tag at the beginning of a text, or 0.
std::size_t tag_length(std::string_view text) {
    const std::string_view close = text.starts_with("{%")   ? "%}"
                                   : text.starts_with("{{") ? "}}"
                                                            : "";
    if (close.empty())
        return 0;
    const std::size_t end = text.substr(0, longest_tag).find(close, 2);
    return end == std::string_view::npos ? 0 : end + close.size();
}

bool is_tag(std::string_view tag, std::string_view name) {
    tag.remove_prefix(2);
    while (!tag.empty() && (tag.front() == '-' || tag.front() == ' '))
        tag.remove_prefix(1);
    return tag.starts_with(name);
}

// The length of a comment's content up to its closing tag; 0 if it is never closed.
std::size_t comment_length(std::string_view text) {
    const std::size_t end = text.find("endcomment");
    return end == std::string_view::npos ? 0 : text.rfind("{%", end);
}

} // namespace

std::string without_template_tags(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t brace = std::min(text.find('{'), text.size());
        kept += text.substr(0, brace);
        text.remove_prefix(brace);
        if (text.empty())
            break;
        const std::size_t length = tag_length(text);
        if (length == 0) {
            kept += '{';
            text.remove_prefix(1);
            continue;
        }
        const bool is_comment = text.starts_with("{%") && is_tag(text.substr(0, length), "comment");
        // Line ends stay, so that lines keep their numbers.
        const auto ends =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n');
        kept.append(static_cast<std::size_t>(ends), '\n');
        text.remove_prefix(length);
        if (is_comment)
            text.remove_prefix(std::min(comment_length(text), text.size()));
    }
    return kept;
}

} // namespace praxis::corpus
