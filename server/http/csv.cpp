// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/csv.h"

#include "base/utf8.h"

#include <array>

namespace praxis::http {

namespace {

constexpr std::array<std::string_view, 18> columns = {"id",
                                                      "url",
                                                      "kind",
                                                      "title",
                                                      "date",
                                                      "authors",
                                                      "organizations",
                                                      "topics",
                                                      "keywords",
                                                      "places",
                                                      "series",
                                                      "language",
                                                      "licence",
                                                      "doi",
                                                      "source",
                                                      "source_id",
                                                      "source_url",
                                                      "summary"};

// Also the full-width forms, which some spreadsheets fold.
bool begins_a_formula(std::string_view text) {
    text = trim(text);
    if (text.empty())
        return false;
    std::size_t at = 0;
    const char32_t first = next_code_point(text, at);
    return std::u32string_view(U"=+-@|%＝＋－＠").find(first) != std::u32string_view::npos;
}

std::string joined(const auto& list, const auto& text_of) {
    std::string text;
    for (const auto& entry : list)
        text += (text.empty() ? "" : "; ") + std::string(text_of(entry));
    return text;
}

std::string labels(const std::vector<schemas::Term>& terms) {
    return joined(
        terms, [](const schemas::Term& term) -> auto& { return term.label(); });
}

} // namespace

std::string csv_header() {
    std::string row;
    for (const std::string_view column : columns)
        row += (row.empty() ? "" : ",") + csv_cell(column);
    return row + "\r\n";
}

std::string csv_cell(std::string_view text) {
    std::string cell = begins_a_formula(text) ? "\"'" : "\"";
    for (const char c : one_line(text)) {
        if (c == '"')
            cell.push_back('"');
        cell.push_back(c);
    }
    return cell + "\"";
}

std::string csv_row(const schemas::Publication& publication, const Reference& reference) {
    const std::array<std::string, columns.size()> cells = {
        publication.id,
        reference.page,
        publication.kind,
        publication.title,
        reference.date ? reference.date->to_string() : "",
        labels(publication.authors),
        joined(
            publication.organizations,
            [](const schemas::Organization& body) -> auto& { return body.term.label(); }),
        joined(
            publication.topics,
            [](const schemas::Topic& topic) -> auto& { return topic.term.value; }),
        labels(publication.keywords),
        labels(publication.places),
        reference.container,
        publication.language,
        publication.licence,
        reference.doi,
        publication.provenance.source,
        publication.provenance.source_id,
        reference.source_url,
        publication.summary};
    std::string row;
    for (const std::string& cell : cells)
        row += (row.empty() ? "" : ",") + csv_cell(cell);
    return row + "\r\n";
}

} // namespace praxis::http
