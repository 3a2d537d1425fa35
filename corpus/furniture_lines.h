// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::corpus {

// Lines that a website puts around a text, whoever wrote it: "One moment...", "Share this",
// "Posted by" without a name, the name of a tracking pixel, the breadcrumb of a proxy, the
// questions of a feedback form.
//
// Only whole lines count, compared without case, blanks and punctuation at their ends; a
// sentence that mentions cookies is text.
//
// Threads:  Immutable
bool is_furniture_line(std::string_view line);

// Headings of parts that belong to the site: "Latest tweets", "Related articles", "Feedback".
// Whether the part is furniture still depends on what stands in it: a report may well have a
// chapter on feedback.
bool is_furniture_heading(std::string_view heading);

} // namespace praxis::corpus
