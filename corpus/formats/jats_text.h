// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"

#include <string>
#include <string_view>

namespace praxis::corpus {

// Running text of JATS: without formulas, notes, tables and the numbers of citations, whose
// brackets and commas go with them ("shown [1]–[3], [5]." → "shown.").
//
// Threads:  Immutable
std::string jats_text(const schemas::XmlNode& node);

// The same without the elements whose names `left_out` lists, separated by '|'.
std::string jats_text_without(const schemas::XmlNode& node, std::string_view left_out);

// Whether an element of that kind is no text at all.
bool is_no_jats_text(const schemas::XmlNode& node);

} // namespace praxis::corpus
