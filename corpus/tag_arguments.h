// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What stands in a tag of a site generator: its name and its arguments.
struct TagArgument {
    std::string name; // of `alt="A map"` or `alt: "A map"`; empty for one by position
    std::string value;
};

struct TemplateTag {
    std::string name; // "figure", "/note"; empty for an expression
    std::vector<TagArgument> arguments;
};

// Reads `image "a.png" "A map"`. Quotes inside quotes are borne; filters behind '|' are left out.
TemplateTag parse_tag(std::string_view inner);

// The text for readers that a tag carries, pieces joined by a blank; often none.
std::string carried_text(const TemplateTag& tag);

} // namespace praxis::corpus
