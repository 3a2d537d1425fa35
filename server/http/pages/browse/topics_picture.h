// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/search/search_answer.h"

#include <string_view>
#include <vector>

namespace praxis::http {

// A facet as a picture: a field for each value, as large as its count, divided among the values
// below it. Each part is a link to its search.
//
// It is drawn twice, once for wide pages and once for narrow ones; the style sheet shows one.
//
// Shapes:   at most 12 fields, 12 parts each, or 40 fields if none has parts; values with a count
// of 0 are left out. Threads:  Immutable
void write_topics_picture(HtmlWriter& html,
                          std::string_view facet,
                          const std::vector<search::FacetValue>& values);

} // namespace praxis::http
