// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/json_ld.h"

#include "server/http/addresses.h"
#include "server/http/citations/kind_terms.h"
#include "server/http/json/json_writer.h"

namespace praxis::http {

namespace {

void add(JsonWriter& json, std::string_view name, std::string_view value) {
    if (!value.empty())
        json.member(name, value);
}

void add_named(JsonWriter& json, std::string_view type, std::string_view name) {
    const auto object = json.object();
    json.member("@type", type);
    json.member("name", name);
}

void add_list(JsonWriter& json,
              std::string_view key,
              std::string_view type,
              const std::vector<std::string>& names) {
    if (names.empty())
        return;
    const auto list = json.key(key).array();
    for (const std::string& name : names)
        add_named(json, type, name);
}

void add_authors(JsonWriter& json, const std::vector<CitedName>& authors) {
    if (authors.empty())
        return;
    const auto list = json.key("author").array();
    for (const CitedName& name : authors) {
        const auto object = json.object();
        json.member("@type", name.is_person() ? "Person" : "Organization");
        if (!name.is_person()) {
            json.member("name", name.literal);
            continue;
        }
        json.member("name",
                    name.given + " " + name.family + (name.suffix.empty() ? "" : " ") +
                        name.suffix);
        json.member("familyName", name.family);
        json.member("givenName", name.given);
        add(json, "honorificSuffix", name.suffix);
    }
}

void add_container(JsonWriter& json, const Reference& reference, std::string_view base_url) {
    if (reference.container.empty() && reference.parent.empty())
        return;
    const auto list = json.key("isPartOf").array();
    if (!reference.container.empty())
        add_named(json, "CreativeWorkSeries", reference.container);
    if (!reference.parent.empty()) {
        const auto object = json.object();
        json.member("@type", "PublicationIssue");
        json.member("@id", publication_address(base_url, reference.parent));
    }
}

void add_identifiers(JsonWriter& json, const Reference& reference) {
    const auto list = json.key("identifier").array();
    json.value(reference.id);
    if (!reference.doi.empty())
        json.value("https://doi.org/" + reference.doi);
}

void add_same(JsonWriter& json, const Reference& reference) {
    const std::string doi = reference.doi.empty() ? "" : "https://doi.org/" + reference.doi;
    if (reference.source_url.empty() && doi.empty())
        return;
    const auto list = json.key("sameAs").array();
    if (!doi.empty())
        json.value(doi);
    if (!reference.source_url.empty() && reference.source_url != doi)
        json.value(reference.source_url);
}

std::string base_of(const Reference& reference) {
    return reference.page.substr(0, reference.page.rfind("/publications/"));
}

std::string safe_in_script(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '<')
            safe += "\\u003c";
        else if (c == '>')
            safe += "\\u003e";
        else if (c == '&')
            safe += "\\u0026";
        else
            safe.push_back(c);
    }
    return safe;
}

} // namespace

std::string json_ld(const Reference& reference) {
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("@context", "https://schema.org");
        json.member("@type", terms_of_kind(reference.kind).schema_org);
        json.member("@id", reference.page);
        json.member("url", reference.page);
        add_identifiers(json, reference);
        json.member("name", reference.title);
        add(json, "genre", reference.kind_label);
        add_authors(json, reference.authors);
        if (reference.date)
            json.member("datePublished", reference.date->to_string());
        if (reference.updated)
            json.member("dateModified", reference.updated->to_string());
        if (reference.period)
            json.member("temporalCoverage",
                        reference.period->begin.to_string() + "/" +
                            reference.period->end.to_string());
        add_list(json, "publisher", "Organization", reference.publishers);
        add_list(json, "contributor", "Organization", reference.contributors);
        add_container(json, reference, base_of(reference));
        add(json, "abstract", reference.abstract);
        add_list(json, "about", "DefinedTerm", reference.subjects);
        add_list(json, "spatialCoverage", "Place", reference.places);
        add_list(json, "audience", "Audience", reference.audiences);
        add(json, "inLanguage", reference.language);
        add(json,
            "license",
            reference.licence_url.empty() ? reference.licence : reference.licence_url);
        add_same(json, reference);
    }
    return safe_in_script(json.take()) + "\n";
}

} // namespace praxis::http
