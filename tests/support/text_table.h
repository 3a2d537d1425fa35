// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::tests {

// A table that reads as documentation: rows of cells, comments and settings between them.
//
//   # a comment
//   [language: es]          a setting, which holds for the rows below it
//   input | expected | why  a row; cells are trimmed; \n, \r, \t and \u{AD} are escapes
//
// In the file cells are parted by " | ". Lines that are blank count for nothing.

struct TableRow {
    std::size_t line = 0; // in the file, from 1
    std::vector<std::string> cells;
    std::map<std::string, std::string> settings;

    // The cell, or an empty text where the row is shorter.
    std::string cell(std::size_t index) const;
};

// Shows the line and the row, so that a failing case says where it stands.
std::ostream& operator<<(std::ostream& out, const TableRow& row);

// Reads tests/golden/<name>; throws std::runtime_error for a file that cannot be read.
std::vector<TableRow> read_table(std::string_view name);

} // namespace praxis::tests
