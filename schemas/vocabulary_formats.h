// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// Vocabularies in the formats that others keep them in: SKOS as RDF/XML, and JSON Lines with the
// names of SKOS (id, prefLabel, altLabels, definition, broader).
//
// A concept's id is the last part of its address, in small letters and hyphens. Of labels in
// several languages the English ones are taken, else those without language, else the first.
// A concept with several broader ones stands below the first; one whose broader concept is not
// there, or is itself, stands at the top.
//
// Errors:   InvalidInput with line: no concept, one without label or address.
// Threads:  Immutable
// Source:   https://www.w3.org/TR/skos-reference/

// As it stands in a source: known by its address, which others name as broader.
struct SourceConcept {
    std::string address;
    std::string label;
    std::vector<std::string> synonyms;
    std::string scope_note;
    std::vector<std::string> broader; // addresses
};

// Gives ids, orders broader before narrower, breaks circles.
Vocabulary make_vocabulary(std::string name, const std::vector<SourceConcept>& concepts);

Result<Vocabulary> parse_skos(std::string_view xml, std::string_view path, std::string name);

Result<Vocabulary>
parse_concept_lines(std::string_view lines, std::string_view path, std::string name);

// Any of them, or vocabulary XML (vocabulary.h), by how the text begins.
Result<Vocabulary>
parse_any_vocabulary(std::string_view text, std::string_view path, std::string name);

} // namespace praxis::schemas
