// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/text_table.h"

#include "base/utf8.h"
#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

#include <sstream>

namespace praxis::tests {

namespace {

// The code point of "{1F600}" at `at`, which moves behind it.
char32_t braced_code_point(std::string_view cell, std::size_t& at) {
    const std::size_t end = cell.find('}', at);
    const auto value = std::stoul(std::string(cell.substr(at + 1, end - at - 1)), nullptr, 16);
    at = end + 1;
    return static_cast<char32_t>(value);
}

char control_character(char escape) {
    switch (escape) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return escape;
    }
}

std::string without_escapes(std::string_view cell) {
    std::string text;
    for (std::size_t at = 0; at < cell.size();) {
        if (cell[at] != '\\' || at + 1 == cell.size()) {
            text += cell[at++];
            continue;
        }
        const char escape = cell[at + 1];
        at += 2;
        if (escape == 'u')
            append_utf8(text, braced_code_point(cell, at));
        else
            text += control_character(escape);
    }
    return text;
}

std::vector<std::string> cells_of(std::string_view line) {
    constexpr std::string_view separator = " | ";
    std::vector<std::string> cells;
    for (;;) {
        const std::size_t end = line.find(separator);
        cells.push_back(without_escapes(trim(line.substr(0, end))));
        if (end == std::string_view::npos)
            return cells;
        line.remove_prefix(end + separator.size());
    }
}

void read_setting(std::string_view line, std::map<std::string, std::string>& settings) {
    const std::size_t colon = line.find(':');
    settings[std::string(trim(line.substr(1, colon - 1)))] =
        trim(line.substr(colon + 1, line.size() - colon - 2));
}

} // namespace

std::string TableRow::cell(std::size_t index) const {
    return index < cells.size() ? cells[index] : std::string();
}

std::ostream& operator<<(std::ostream& out, const TableRow& row) {
    out << "line " << row.line << ":";
    for (const std::string& cell : row.cells)
        out << " | " << cell;
    return out;
}

std::vector<TableRow> read_table(std::string_view name) {
    std::istringstream file(file_text(golden_folder(name)));
    std::vector<TableRow> rows;
    std::map<std::string, std::string> settings;
    std::size_t number = 0;
    for (std::string text; std::getline(file, text);) {
        ++number;
        const std::string_view line = trim(text);
        if (line.starts_with('[') && line.ends_with(']') && line.find(" | ") == line.npos)
            read_setting(line, settings);
        else if (!line.empty() && !line.starts_with("# ") && line != "#")
            rows.push_back({number, cells_of(line), settings});
    }
    return rows;
}

} // namespace praxis::tests
