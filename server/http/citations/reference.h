// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "schemas/library.h"
#include "schemas/publication.h"
#include "server/http/citations/cited_name.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::http {

// What a citation says of a publication, in whatever format it is written.
//
// Made once, so that the formats agree about who wrote it, what it is part of and where it can be
// read; each format only spells it.
//
// Shapes:   every text is one line without control characters; lists hold nothing twice.
// Threads:  Immutable
struct Reference {
    std::string id;
    std::string kind;       // a slug
    std::string kind_label; // "Case study"
    std::string title;
    std::vector<CitedName> authors;        // people; else the bodies that wrote it
    std::vector<std::string> publishers;   // bodies
    std::vector<std::string> contributors; // other bodies
    std::optional<Date> date;
    std::optional<Date> updated;
    std::optional<schemas::Period> period;
    std::string container; // the series it appeared in
    std::string parent;    // the id of the issue it belongs to
    std::string abstract;
    std::vector<std::string> subjects; // topics, then keywords
    std::vector<std::string> places;
    std::vector<std::string> audiences;
    std::string language;
    std::string licence;     // as the source says it
    std::string licence_url; // where that is known to be explained
    std::string doi;         // "10.1371/journal.pbio.2002399"
    std::string source_url;  // where the source itself shows it: http or https
    std::string page;        // our landing page; without host if the library has no base URL

    // Where a reader is sent: the source, else our page if it has a host; or nothing.
    std::string_view url() const;
};

Reference reference_of(const schemas::Publication& publication, const schemas::Library& library);

// The DOI in "10.1371/x", "doi:10.1371/x" or "https://doi.org/10.1371/x", or nothing.
std::string doi_in(std::string_view text);

// Blanks instead of line ends and control characters; none twice, none at the ends.
std::string one_line(std::string_view text);

} // namespace praxis::http
