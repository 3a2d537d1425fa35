// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/csl_json.h"

#include "server/http/citations/kind_terms.h"
#include "server/http/json/json_writer.h"

namespace praxis::http {

namespace {

void add(JsonWriter& json, std::string_view name, std::string_view value) {
    if (!value.empty())
        json.member(name, value);
}

void add_date(JsonWriter& json, const Date& date) {
    const auto issued = json.key("issued").object();
    const auto dates = json.key("date-parts").array();
    const auto parts = json.array();
    for (const int part : {date.year, date.month, date.day})
        if (part > 0)
            json.value(static_cast<std::uint64_t>(part));
}

void add_authors(JsonWriter& json, const std::vector<CitedName>& authors) {
    if (authors.empty())
        return;
    const auto list = json.key("author").array();
    for (const CitedName& name : authors) {
        const auto object = json.object();
        add(json, "family", name.family);
        add(json, "given", name.given);
        add(json, "suffix", name.suffix);
        add(json, "literal", name.literal);
    }
}

// An article that says where it appeared is an article of that journal.
std::string_view type_of(const Reference& reference) {
    const std::string_view type = terms_of_kind(reference.kind).csl;
    return type == "article" && !reference.container.empty() ? "article-journal" : type;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? "" : ", ") + text;
    return list;
}

} // namespace

std::string csl_json(const Reference& reference) {
    JsonWriter json;
    {
        const auto list = json.array();
        const auto item = json.object();
        json.member("id", reference.id);
        json.member("type", type_of(reference));
        json.member("title", reference.title);
        add_authors(json, reference.authors);
        if (reference.date)
            add_date(json, *reference.date);
        add(json, "container-title", reference.container);
        add(json, "publisher", joined(reference.publishers));
        add(json, "genre", reference.kind_label);
        add(json, "abstract", reference.abstract);
        add(json, "keyword", joined(reference.subjects));
        add(json, "language", reference.language);
        add(json, "DOI", reference.doi);
        add(json, "URL", reference.url());
    }
    return json.take() + "\n";
}

} // namespace praxis::http
