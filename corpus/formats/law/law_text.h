// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/passage_builder.h"

#include <string>
#include <string_view>

namespace praxis::corpus {

// The text of a law, whatever its vocabulary calls the parts: titles, chapters and sections
// become headings, each subsection, paragraph and item a line that begins with its number.
// What a law quotes in order to insert it elsewhere makes no headings. Tables of contents, side
// notes, page numbers, footnotes and signatures are left out.
//
// `number_word` stands before the bare number of a section ("Sec. ").
//
// Threads:  Immutable
void add_law_text(PassageBuilder& passages,
                  const schemas::XmlNode& law,
                  std::string_view number_word = "");

// "2" and "Definitions." → "Sec. 2. Definitions"; either may be empty.
std::string
numbered_heading(std::string_view number_word, std::string_view number, std::string_view heading);

// "§ 1.1" → "section-1-1"; empty without a section sign, so that the heading makes the anchor.
std::string section_anchor(std::string_view number);

// "DEPARTMENT OF ENERGY" → "Department of Energy"; text that is not all capitals stays.
std::string in_title_case(std::string_view text);

} // namespace praxis::corpus
