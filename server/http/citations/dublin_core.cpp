// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/dublin_core.h"

#include "base/utf8.h"
#include "server/http/citations/kind_terms.h"

#include <fmt/format.h>

#include <iterator>

namespace praxis::http {

namespace {

constexpr std::string_view opening =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
)";

void add(std::string& xml, std::string_view name, std::string_view value) {
    if (!value.empty())
        fmt::format_to(
            std::back_inserter(xml), "  <dc:{0}>{1}</dc:{0}>\n", name, xml_escape(value));
}

void add_all(std::string& xml, std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& value : values)
        add(xml, name, value);
}

bool may_stand_in_xml(char32_t c) {
    return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
}

void append_xml(std::string& text, char32_t c) {
    if (c == '&')
        text += "&amp;";
    else if (c == '<')
        text += "&lt;";
    else if (c == '>')
        text += "&gt;";
    else if (c == '"')
        text += "&quot;";
    else
        append_utf8(text, may_stand_in_xml(c) ? c : replacement_character);
}

} // namespace

std::string xml_escape(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size();)
        append_xml(escaped, next_code_point(text, at));
    return escaped;
}

std::string dublin_core(const Reference& reference) {
    std::string xml(opening);
    add(xml, "title", reference.title);
    for (const CitedName& name : reference.authors)
        add(xml, "creator", name.inverted());
    add_all(xml, "subject", reference.subjects);
    add(xml, "description", reference.abstract);
    add_all(xml, "publisher", reference.publishers);
    add_all(xml, "contributor", reference.contributors);
    if (reference.date)
        add(xml, "date", reference.date->to_string());
    add(xml, "type", terms_of_kind(reference.kind).dcmi);
    add(xml, "type", reference.kind_label);
    if (!reference.doi.empty())
        add(xml, "identifier", "https://doi.org/" + reference.doi);
    add(xml, "identifier", reference.url());
    add(xml, "identifier", reference.id);
    add(xml, "language", reference.language);
    add(xml, "relation", reference.container);
    add_all(xml, "coverage", reference.places);
    if (reference.period)
        add(xml,
            "coverage",
            reference.period->begin.to_string() + "/" + reference.period->end.to_string());
    add(xml, "rights", reference.licence);
    return xml + "</oai_dc:dc>\n";
}

} // namespace praxis::http
