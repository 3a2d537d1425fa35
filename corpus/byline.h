// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Who wrote a text and when, as newspapers and blogs say it beside the text.
//
// Threads:  Immutable

// What a byline says; either half may be missing.
struct Byline {
    std::vector<std::string> names;
    std::string date; // as written
};

// Reads "By Ana Ruiz and Tom Okafor | May 3, 2016", "Posted on May 3, 2016 by Ana Ruiz",
// "by / February 2, 2017"; nothing for any other line.
std::optional<Byline> parse_byline(std::string_view line);

// The writer who is named below a text: "Ana Ruiz Staff Writer", the name and the role in two
// lines, or "Ana Ruiz is a reporter for …". `lines` are the last of the text, in its order;
// quoted ones should not be among them.
std::optional<std::string> closing_writer(std::span<const std::string_view> lines);

// Whether a short line is a date and nothing else but "Posted", "Updated on" and the like.
bool is_dateline(std::string_view line);

} // namespace praxis::corpus
