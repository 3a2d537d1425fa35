// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

namespace praxis::corpus {

// The people of a JATS article and where they work, from its article-meta element.
//
// Threads:  Immutable

// "author": names as people write them, or the name of a group.
void add_jats_authors(Record& record, const schemas::XmlNode& meta);

// "aff": the institutions of the authors, not of editors; "aff.place": their countries, with the
// state in the United States.
void add_jats_affiliations(Record& record, const schemas::XmlNode& meta);

} // namespace praxis::corpus
