// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/http/pages/html_writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::http {

// What a landing page tells machines: tags for its head, and links for its answer's head.
//
// Threads:  Immutable
// Source:   Google Scholar, inclusion guidelines (citation_*); signposting.org, FAIR profile;
//           RFC 8288

// citation_title, citation_author …: name and content of meta elements, in order.
std::vector<std::pair<std::string_view, std::string>>
citation_tags(const schemas::Publication& publication, const schemas::Library& library);

// Those tags, a link to each format, and the description as JSON-LD.
void write_citation_head(HtmlWriter& html,
                         const schemas::Publication& publication,
                         const schemas::Library& library);

// The value of the page's Link field: cite-as, describedby, type, license, collection.
// Shapes:   ASCII; relative addresses where the library has no base URL.
std::string signposting_links(const schemas::Publication& publication,
                              const schemas::Library& library);

} // namespace praxis::http
