// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/html_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What a page's author called an element: its classes and its id, each as words in lower case
// with hyphens around them, so that "relatedPosts", "related_posts" and "related-posts" are the
// one name "-related-posts-".
//
// Threads:  Immutable
std::vector<std::string> given_names(const HtmlNode& node);

// Words to look for in given names: "related", "share-bar". A name holds them as whole words:
// "entry-related-posts" holds "related", "unrelated" does not.
//
// Shapes:   words of at most four parts.
// Threads:  Immutable
class NameTable {
public:
    explicit NameTable(std::string_view words); // separated by blanks or line ends

    bool matches(const std::vector<std::string>& names) const;

private:
    bool matches(std::string_view name) const;

    std::vector<std::string> words_; // sorted
};

} // namespace praxis::corpus
