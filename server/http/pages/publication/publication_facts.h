// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/http/pages/html_writer.h"

#include <map>
#include <string>

namespace praxis::http {

// What is known about a publication beside its text: facts, topics with their evidence,
// relations, where it came from.
//
// `titles`: of related publications, by id.
//
// Threads:  Immutable
void write_facts(HtmlWriter& html,
                 const schemas::Publication& publication,
                 const std::map<std::string, std::string>& titles,
                 const schemas::Library& library);

} // namespace praxis::http
