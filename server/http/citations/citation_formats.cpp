// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/citation_formats.h"

#include "server/http/citations/bibtex.h"
#include "server/http/citations/csl_json.h"
#include "server/http/citations/dublin_core.h"
#include "server/http/citations/json_ld.h"
#include "server/http/citations/plain_text.h"
#include "server/http/citations/ris.h"

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

using schemas::Library;
using schemas::Publication;

template <std::string (*spell)(const Reference&)>
std::string write(const Publication& publication, const Library& library) {
    return spell(reference_of(publication, library));
}

std::string write_text(const Publication& publication, const Library& library) {
    return plain_text(publication, reference_of(publication, library));
}

constexpr std::array<CitationFormat, 6> table = {{
    {".bib", "application/x-bibtex", "BibTeX", write<bibtex_entry>},
    {".ris", "application/x-research-info-systems", "RIS", write<ris_record>},
    {".csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", write<csl_json>},
    {".jsonld", "application/ld+json", "JSON-LD", write<json_ld>},
    {".dc.xml", "application/xml", "Dublin Core", write<dublin_core>},
    {".txt", "text/plain", "plain text", write_text},
}};

} // namespace

std::span<const CitationFormat> citation_formats() {
    return table;
}

const CitationFormat* find_citation_format(std::string_view extension) {
    const auto found = std::ranges::find(table, extension, &CitationFormat::extension);
    return found == table.end() ? nullptr : &*found;
}

} // namespace praxis::http
