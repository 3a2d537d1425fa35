// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "schemas/publication.h"
#include "server/search/searcher.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::http {

// What stands around a publication in its library.
//
// Threads:  Thread-compatible

// Another publication that replaces this one, or that this one replaces, directly or through
// others.
struct Version {
    std::string id;
    std::string title;
    std::optional<Date> date;
    bool newer = false;
};

struct Neighbours {
    std::vector<schemas::Publication> items;   // it is the parent of
    std::map<std::string, std::string> titles; // of the parent and those it points to, by id
    std::vector<search::RelatedPublication> alike;
    std::vector<Version> versions; // the newest first
};

// `related`: of a publication that was found.
Neighbours neighbours_of(const search::RelatedPublications& related,
                         const search::Searcher& searcher);

} // namespace praxis::http
