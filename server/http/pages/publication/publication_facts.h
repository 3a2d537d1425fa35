// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/http/pages/html_writer.h"
#include "server/http/pages/publication/neighbours.h"

namespace praxis::http {

// What is known about a publication beside its text: how to cite it, facts, topics with their
// evidence, versions, relations, where it came from.
//
// Threads:  Immutable
void write_facts(HtmlWriter& html,
                 const schemas::Publication& publication,
                 const Neighbours& neighbours,
                 const schemas::Library& library);

} // namespace praxis::http
