// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/search/vectors/related_publication.h"

#include <map>
#include <string>
#include <vector>

namespace praxis::http {

// What stands around a publication in its library.
//
// Threads:  Thread-compatible
struct Neighbours {
    std::vector<schemas::Publication> items;   // it is the parent of
    std::map<std::string, std::string> titles; // of the parent and those it points to, by id
    std::vector<search::RelatedPublication> alike;
};

// The page of one publication: what it is, its passages, its topics and what they rest on, what
// it is related to, where it came from.
//
// Threads:  Immutable
std::string publication_page(const schemas::Publication& publication,
                             const Neighbours& neighbours,
                             const schemas::Library& library);

} // namespace praxis::http
