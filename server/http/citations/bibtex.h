// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>
#include <string_view>

namespace praxis::http {

// One BibTeX entry, with a line end.
//
// What means something to TeX is written as a command, so that a title can neither end its field
// nor run anything; braces of the source become commands too, because BibTeX counts them even
// behind a backslash. Other characters stay UTF-8, as biber and today's LaTeX read them.
//
// Shapes:   fields in a fixed order; titles in double braces keep their capitals.
// Threads:  Immutable
// Source:   Patashnik, BibTeXing (1988); the biblatex manual, 2.2 and 3.14
std::string bibtex_entry(const Reference& reference);

// The text for the inside of a field.
std::string tex_escape(std::string_view text);

// The id as a key: letters, digits, "-", ":" for a slash, "." for a number sign.
std::string bibtex_key(std::string_view id);

} // namespace praxis::http
