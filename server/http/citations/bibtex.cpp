// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/bibtex.h"

#include "server/http/citations/kind_terms.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace praxis::http {

namespace {

std::string_view command_for(char c) {
    switch (c) {
    case '\\':
        return "\\textbackslash{}";
    case '{':
        return "\\textbraceleft{}";
    case '}':
        return "\\textbraceright{}";
    case '~':
        return "\\textasciitilde{}";
    case '^':
        return "\\textasciicircum{}";
    case '$':
        return "\\$";
    case '&':
        return "\\&";
    case '#':
        return "\\#";
    case '%':
        return "\\%";
    case '_':
        return "\\_";
    case '<':
        return "\\textless{}";
    case '>':
        return "\\textgreater{}";
    case '|':
        return "\\textbar{}";
    default:
        return {};
    }
}

void add_field(std::string& entry, std::string_view name, const std::string& value) {
    if (!value.empty())
        fmt::format_to(std::back_inserter(entry), ",\n  {:<12} = {{{}}}", name, value);
}

// A comma inside a part would begin another one.
std::string part_of_name(std::string text) {
    std::ranges::replace(text, ',', ' ');
    return tex_escape(one_line(text));
}

std::string written(const CitedName& name) {
    if (!name.is_person())
        return "{" + tex_escape(name.literal) + "}";
    const std::string given = part_of_name(name.given);
    return part_of_name(name.family) +
           (name.suffix.empty() ? "" : ", " + part_of_name(name.suffix)) + ", " + given;
}

std::string authors_of(const Reference& reference) {
    std::string authors;
    for (const CitedName& name : reference.authors)
        authors += (authors.empty() ? "" : " and ") + written(name);
    return authors;
}

std::string list_of(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? "" : ", ") + part_of_name(text);
    return list;
}

// url and doi are read verbatim: what could end the field is percent-encoded instead.
std::string verbatim(std::string_view url) {
    return percent_encode(url, ":/?#[]@!$&'()*+,;=%");
}

struct Entry {
    std::string_view type;
    std::string_view container; // the names of the fields that the type has for these
    std::string_view publisher;
};

Entry entry_of(const Reference& reference) {
    const std::string_view type = terms_of_kind(reference.kind).bibtex;
    if (type == "article" && !reference.container.empty())
        return {"article", "journal", "publisher"};
    if (type == "techreport" && !reference.publishers.empty())
        return {"techreport", "series", "institution"};
    if (type == "manual")
        return {"manual", "series", "organization"};
    return {"misc", "series", "publisher"};
}

void add_date(std::string& entry, const Date& date) {
    static constexpr std::array<std::string_view, 12> months = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    add_field(entry, "year", fmt::format("{:04}", date.year));
    if (date.month > 0)
        fmt::format_to(std::back_inserter(entry),
                       ",\n  {:<12} = {}",
                       "month",
                       months[static_cast<std::size_t>(date.month - 1)]);
    add_field(entry, "date", date.to_string());
}

} // namespace

std::string tex_escape(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        const std::string_view command = command_for(c);
        if (command.empty())
            escaped.push_back(c);
        else
            escaped += command;
    }
    return escaped;
}

std::string bibtex_key(std::string_view id) {
    std::string key;
    for (const char c : id) {
        const bool stays =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        if (stays)
            key.push_back(c);
        else if (c == '/')
            key.push_back(':');
        else if (c == '#')
            key.push_back('.');
        else
            fmt::format_to(std::back_inserter(key), "_{:02x}", static_cast<unsigned char>(c));
    }
    return key;
}

std::string bibtex_entry(const Reference& reference) {
    const Entry type = entry_of(reference);
    std::string entry = fmt::format("@{}{{{}", type.type, bibtex_key(reference.id));
    add_field(entry, "title", "{" + tex_escape(reference.title) + "}");
    add_field(entry, "author", authors_of(reference));
    if (reference.date)
        add_date(entry, *reference.date);
    add_field(entry, type.container, tex_escape(reference.container));
    add_field(entry,
              type.publisher,
              reference.publishers.empty() ? "" : "{" + tex_escape(reference.publishers[0]) + "}");
    if (type.type == "techreport" || type.type == "misc")
        add_field(entry, "type", tex_escape(reference.kind_label));
    add_field(entry, "abstract", tex_escape(reference.abstract));
    add_field(entry, "keywords", list_of(reference.subjects));
    add_field(entry, "language", tex_escape(reference.language));
    add_field(entry, "doi", verbatim(reference.doi));
    add_field(entry, "url", verbatim(reference.url()));
    return entry + "\n}\n";
}

} // namespace praxis::http
