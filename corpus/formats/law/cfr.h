// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

#include <string>
#include <vector>

namespace praxis::corpus {

// A part of the Code of Federal Regulations, as the eCFR's bulk data have it (DIV1 to DIV9).
//
// Threads:  Immutable

// What stands above a part.
struct CfrPlace {
    std::string title;              // the number: "1"
    std::string amended;            // the date of the edition, as written
    std::vector<std::string> above; // the headings of title, chapter, subchapter
};

// The heading of a division, e.g. of a chapter, without what the printers add.
std::string cfr_heading(const schemas::XmlNode& head);

Record read_cfr_part(const schemas::XmlNode& part, const CfrPlace& place);

} // namespace praxis::corpus
