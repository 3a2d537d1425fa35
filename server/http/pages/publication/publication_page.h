// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/http/pages/publication/neighbours.h"

#include <string>

namespace praxis::http {

// The page of one publication: what it is, its passages, its topics and what they rest on, how
// it is cited, which versions there are, what it is related to, where it came from.
//
// Threads:  Immutable
std::string publication_page(const schemas::Publication& publication,
                             const Neighbours& neighbours,
                             const schemas::Library& library);

} // namespace praxis::http
