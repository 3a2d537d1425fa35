// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "schemas/xml.h"

#include <vector>

namespace praxis::corpus {

// The text of a JATS article: a passage for each section, with the section's id as its anchor.
//
// Threads:  Immutable
std::vector<schemas::Passage> read_jats_body(const schemas::XmlNode& article);

} // namespace praxis::corpus
