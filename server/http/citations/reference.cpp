// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/reference.h"

#include "base/utf8.h"
#include "server/http/addresses.h"
#include "server/http/pages/labels.h"

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

using schemas::Publication;

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

void add_once(std::vector<std::string>& list, std::string_view text) {
    std::string line = one_line(text);
    if (!line.empty() && std::ranges::find(list, line) == list.end())
        list.push_back(std::move(line));
}

bool is_web_address(std::string_view url) {
    return is_safe_link(url) && !to_lower_ascii(url.substr(0, 7)).starts_with("mailto");
}

void add_people(Reference& reference, const Publication& publication) {
    for (const schemas::Term& author : publication.authors) {
        CitedName name = cited_name(one_line(author.label()));
        if ((name.is_person() || !name.literal.empty()) &&
            std::ranges::find(reference.authors, name) == reference.authors.end())
            reference.authors.push_back(std::move(name));
    }
}

// A body that wrote it is its author only where no person is named. Without a declared publisher
// the source's bodies, then those without a role, stand for it.
void add_bodies(Reference& reference, const Publication& publication) {
    const bool has_people = !reference.authors.empty();
    for (const schemas::Organization& body : publication.organizations)
        if (body.role == "author" && !has_people)
            reference.authors.push_back({one_line(body.term.label()), {}, {}, {}});
    for (const std::string_view role : {"publisher", "source", ""})
        for (const schemas::Organization& body : publication.organizations)
            if (body.role == role && (reference.publishers.empty() || role == "publisher"))
                add_once(reference.publishers, body.term.label());
    for (const schemas::Organization& body : publication.organizations) {
        const std::string name = one_line(body.term.label());
        if (std::ranges::find(reference.publishers, name) == reference.publishers.end() &&
            (body.role != "author" || has_people))
            add_once(reference.contributors, name);
    }
}

void add_subjects(Reference& reference, const Publication& publication) {
    for (const schemas::Topic& topic : publication.topics)
        add_once(reference.subjects, topic.term.label());
    for (const schemas::Term& keyword : publication.keywords)
        add_once(reference.subjects, keyword.label());
    for (const schemas::Term& place : publication.places)
        add_once(reference.places, place.label());
    for (const schemas::Term& audience : publication.audiences)
        add_once(reference.audiences, audience.label());
}

// "CC-BY-4.0" → https://creativecommons.org/licenses/by/4.0/
std::string address_of_licence(std::string_view licence) {
    if (is_web_address(licence) && licence.find(' ') == std::string_view::npos)
        return std::string(licence);
    const std::string name = to_lower_ascii(licence);
    if (name == "cc0" || name == "cc0-1.0")
        return "https://creativecommons.org/publicdomain/zero/1.0/";
    static constexpr std::array<std::string_view, 6> kinds = {
        "by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"};
    for (const std::string_view kind : kinds)
        for (const std::string_view version : {"2.0", "2.5", "3.0", "4.0"})
            if (name == "cc-" + std::string(kind) + "-" + std::string(version))
                return "https://creativecommons.org/licenses/" + std::string(kind) + "/" +
                       std::string(version) + "/";
    return {};
}

} // namespace

std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        append_utf8(line, is_control(c) ? U' ' : c);
    }
    return collapse_whitespace(line);
}

std::string doi_in(std::string_view text) {
    for (const std::string_view prefix : {"https://doi.org/",
                                          "http://doi.org/",
                                          "https://dx.doi.org/",
                                          "http://dx.doi.org/",
                                          "doi:"})
        if (to_lower_ascii(text.substr(0, prefix.size())) == prefix)
            text = trim(text.substr(prefix.size()));
    const std::size_t slash = text.find('/');
    const bool has_registrant =
        text.starts_with("10.") && slash != std::string_view::npos && slash >= 7 && slash <= 12 &&
        std::ranges::all_of(text.substr(3, slash - 3),
                            [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    const bool is_plain = std::ranges::all_of(text, [](char c) {
        return c > ' ' && c < 0x7F &&
               std::string_view("<>\"{}|\\^`%").find(c) == std::string_view::npos;
    });
    return has_registrant && is_plain && slash + 1 < text.size() ? std::string(text)
                                                                 : std::string();
}

std::string_view Reference::url() const {
    if (!source_url.empty())
        return source_url;
    return page.find("://") != std::string::npos ? std::string_view(page) : std::string_view();
}

Reference reference_of(const Publication& publication, const schemas::Library& library) {
    Reference reference;
    reference.id = publication.id;
    reference.kind = publication.kind;
    reference.kind_label = one_line(value_label(library, "kind", publication.kind));
    reference.title = one_line(publication.title);
    if (reference.title.empty())
        reference.title = publication.id;
    add_people(reference, publication);
    add_bodies(reference, publication);
    add_subjects(reference, publication);
    if (publication.date)
        reference.date = publication.date->date;
    reference.updated = publication.updated;
    reference.period = publication.period;
    reference.container = publication.series ? one_line(publication.series->label()) : "";
    reference.parent = publication.parent;
    reference.abstract = one_line(publication.summary);
    reference.language = one_line(publication.language);
    reference.licence = one_line(publication.licence);
    reference.licence_url = address_of_licence(reference.licence);
    const std::string at_source = one_line(publication.url);
    if (is_web_address(at_source) && at_source.find(' ') == std::string::npos)
        reference.source_url = at_source;
    reference.doi = doi_in(publication.provenance.source_id);
    if (reference.doi.empty())
        reference.doi = doi_in(reference.source_url);
    reference.page = publication_address(library.base_url, publication.id);
    return reference;
}

} // namespace praxis::http
