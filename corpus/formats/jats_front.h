// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

namespace praxis::corpus {

// What the front of a JATS article says: "title", "author", "aff", "date", "subject", "journal",
// "abstract", "license" and the like, and the kind that its article-type means.
//
// Threads:  Immutable
Record read_jats_front(const schemas::XmlNode& article);

} // namespace praxis::corpus
