// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/http/pages/html_writer.h"

namespace praxis::http {

// What is known about a publication beside its text: facts, topics with their evidence,
// relations, where it came from.
//
// Threads:  Immutable
void write_facts(HtmlWriter& html,
                 const schemas::Publication& publication,
                 const schemas::Library& library);

} // namespace praxis::http
