// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/pages/html_writer.h"
#include "server/search/search_answer.h"

namespace praxis::http {

// One result: title, what it is and from when and whom, the passages that match, its topics.
//
// Threads:  Immutable
// `heading`: the element of its title.
void write_hit(HtmlWriter& html,
               const search::Hit& hit,
               const schemas::Library& library,
               HtmlWriter::Name heading = "h2");

// "Case study", the date, bodies and series of a publication, in a line.
void write_byline(HtmlWriter& html,
                  const schemas::Publication& publication,
                  const schemas::Library& library);

// The topics as links to their searches; the ones that a machine found say so.
void write_topic_links(HtmlWriter& html,
                       const schemas::Publication& publication,
                       const schemas::Library& library);

} // namespace praxis::http
