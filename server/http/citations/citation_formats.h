// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"

#include <span>
#include <string>
#include <string_view>

namespace praxis::http {

// The formats in which a publication can be fetched beside JSON, as a table.
//
// Threads:  Immutable
struct CitationFormat {
    std::string_view extension;  // behind the id: ".bib"
    std::string_view media_type; // for Accept
    std::string_view label;      // for people
    std::string (*write)(const schemas::Publication&, const schemas::Library&);
};

std::span<const CitationFormat> citation_formats();

// The format of that extension (".csl.json"), or null.
const CitationFormat* find_citation_format(std::string_view extension);

} // namespace praxis::http
