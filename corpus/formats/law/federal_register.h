// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

#include <string>

namespace praxis::corpus {

// Documents of the Federal Register: rules, proposed rules, notices, presidential documents.
//
// Threads:  Immutable

// What all documents of a day have in common.
struct RegisterDay {
    std::string volume;
    std::string number;
    std::string date; // as written: "Monday, February 12, 2024"
};

// The kind of document that an element is ("Proposed rule"); empty for every other element.
std::string register_document_type(std::string_view element);

// Shapes:   source_id is the document's number ("2024-02801"), or empty.
Record read_register_document(const schemas::XmlNode& document, const RegisterDay& day);

} // namespace praxis::corpus
