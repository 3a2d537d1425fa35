// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/formats/law/code_hierarchy.h"
#include "corpus/record.h"

#include <string>
#include <vector>

namespace praxis::corpus {

// The D.C. Council's library format, which other councils may use as well.
// Source:   https://code.dccouncil.us/schemas/dc-library
//
// Threads:  Immutable

// A law: short title, long title as its abstract, the dates of its making, committees, citations.
Record read_dc_law(const schemas::XmlNode& document);

// A section of a code, below the chapters of `path`; its notes stand behind its text.
Record read_code_section(const schemas::XmlNode& section, const std::vector<std::string>& path);

// A title or chapter of a code: the headings below it and the sections that they hold.
Record read_code_contents(const schemas::XmlNode& container);

} // namespace praxis::corpus
