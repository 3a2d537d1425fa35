// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>
#include <string_view>

namespace praxis::http {

// A publication as a row of a table.
//
// A spreadsheet runs a cell that begins like a formula; such a cell gets an apostrophe in front,
// which spreadsheets do not show.
//
// Shapes:   rows end in CR LF; every cell is quoted; several values are parted by "; ".
// Threads:  Immutable
// Source:   RFC 4180; OWASP, CSV Injection

// The row of the columns' names.
std::string csv_header();

std::string csv_row(const schemas::Publication& publication, const Reference& reference);

// The text as a cell, in quotes.
std::string csv_cell(std::string_view text);

} // namespace praxis::http
