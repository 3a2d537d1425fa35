// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/search_json.h"

#include "server/http/json/publication_members.h"
#include "server/http/json/text_parts.h"

namespace praxis::http {

namespace {

void write_corrected(JsonWriter& json, const std::optional<search::Correction>& corrected) {
    json.key("corrected");
    if (!corrected)
        return json.null();
    const auto object = json.object();
    json.member("query", corrected->query);
    json.member("total", corrected->total);
}

void write_query(JsonWriter& json, const search::SearchAnswer& answer) {
    const auto object = json.key("query").object();
    json.member("text", answer.query);
    json.member("understood", answer.understood);
    write_corrected(json, answer.corrected);
    const auto notes = json.key("notes").array();
    for (const search::Note& note : answer.notes) {
        const auto entry = json.object();
        json.member("code", note.code);
        json.member("text", note.text);
    }
}

void write_passages(JsonWriter& json, const std::vector<search::ShownPassage>& passages) {
    const auto array = json.key("passages").array();
    for (const search::ShownPassage& passage : passages) {
        const auto object = json.object();
        json.member("heading", passage.heading);
        json.member("anchor", passage.anchor);
        write_parts(json, "parts", passage.parts);
    }
}

void write_hit(JsonWriter& json, const search::Hit& hit, std::string_view base_url) {
    const auto object = json.object();
    write_publication_members(json, hit.publication, base_url, TopicDetail::Brief);
    json.key("score");
    if (hit.score)
        json.value(*hit.score);
    else
        json.null();
    write_parts(json, "title_parts", hit.title_parts);
    write_passages(json, hit.passages);
}

void write_facet_values(JsonWriter& json,
                        std::string_view name,
                        const std::vector<search::FacetValue>& values) {
    const auto array = json.key(name).array();
    for (const search::FacetValue& value : values) {
        const auto object = json.object();
        json.member("value", value.value);
        json.member("label", value.label);
        json.member("count", std::uint64_t{value.count});
        json.member("selected", value.selected);
        write_facet_values(json, "children", value.children);
    }
}

void write_facets(JsonWriter& json, const std::vector<search::FacetCounts>& facets) {
    const auto array = json.key("facets").array();
    for (const search::FacetCounts& facet : facets) {
        const auto object = json.object();
        json.member("field", facet.field);
        json.member("label", facet.label);
        write_facet_values(json, "values", facet.values);
        json.member("more", facet.more);
    }
}

void write_hits(JsonWriter& json, const search::SearchAnswer& answer, std::string_view base_url) {
    const auto array = json.key("hits").array();
    for (const search::Hit& hit : answer.hits)
        write_hit(json, hit, base_url);
}

void write_generation(JsonWriter& json, const search::SearchAnswer& answer) {
    const auto object = json.key("generation").object();
    json.member("number", answer.generation);
    json.member("published", answer.published);
}

} // namespace

std::string search_json(const search::SearchAnswer& answer, std::string_view base_url) {
    JsonWriter json;
    {
        const auto object = json.object();
        write_query(json, answer);
        json.member("total", answer.total);
        write_hits(json, answer, base_url);
        write_facets(json, answer.facets);
        write_text_or_null(json, "next", answer.next.value_or(""));
        write_text_or_null(json, "previous", answer.previous.value_or(""));
        write_generation(json, answer);
    }
    return json.take();
}

} // namespace praxis::http
