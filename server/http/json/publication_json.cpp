// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/publication_json.h"

#include "server/http/json/publication_members.h"

namespace praxis::http {

namespace {

using schemas::Publication;

void write_period(JsonWriter& json, const std::optional<schemas::Period>& period) {
    json.key("period");
    if (!period)
        return json.null();
    const auto object = json.object();
    json.member("begin", period->begin.to_string());
    json.member("end", period->end.to_string());
}

void write_roles(JsonWriter& json, const Publication& publication) {
    const auto array = json.key("roles").array();
    for (const schemas::Organization& organization : publication.organizations) {
        const auto object = json.object();
        json.member("value", organization.term.value);
        json.member("label", organization.term.label());
        write_text_or_null(json, "role", organization.role);
    }
}

void write_attributes(JsonWriter& json, const Publication& publication) {
    const auto object = json.key("attributes").object();
    for (const auto& [name, terms] : publication.attributes)
        write_terms(json, name, terms);
}

void write_passages(JsonWriter& json, const Publication& publication) {
    const auto array = json.key("passages").array();
    for (const schemas::Passage& passage : publication.passages) {
        const auto object = json.object();
        json.member("heading", passage.heading);
        json.member("level", static_cast<std::uint64_t>(passage.level));
        json.member("anchor", passage.anchor);
        write_text_or_null(json, "place", passage.place);
        json.member("text", passage.text);
    }
}

void write_relations(JsonWriter& json,
                     std::string_view name,
                     const Publication& publication,
                     bool versions) {
    const auto array = json.key(name).array();
    for (const schemas::Relation& relation : publication.relations) {
        if (is_version(relation) != versions)
            continue;
        const auto object = json.object();
        json.member("type", relation.type);
        json.member("target", relation.target);
        write_text_or_null(json, "label", relation.label);
    }
}

void write_provenance(JsonWriter& json, const Publication& publication) {
    const schemas::Provenance& provenance = publication.provenance;
    const auto object = json.key("provenance").object();
    json.member("source", provenance.source);
    write_text_or_null(json, "source_id", provenance.source_id);
    json.member("path", provenance.path);
    write_text_or_null(json, "anchor", provenance.anchor);
    json.member("format", provenance.format);
    const auto aliases = json.key("aliases").array();
    for (const std::string& alias : publication.aliases)
        json.value(alias);
}

void write_particulars(JsonWriter& json, const Publication& publication) {
    write_text_or_null(json, "summary", publication.summary);
    write_text_or_null(
        json, "updated", publication.updated ? publication.updated->to_string() : std::string());
    write_period(json, publication.period);
    write_text_or_null(json, "language", publication.language);
    write_text_or_null(json, "lens", publication.lens);
    write_text_or_null(json, "licence", publication.licence);
    write_text_or_null(json, "source_url", publication.url);
    write_terms(json, "keywords", publication.keywords);
    write_terms(json, "audiences", publication.audiences);
    write_roles(json, publication);
    write_attributes(json, publication);
}

} // namespace

bool is_version(const schemas::Relation& relation) {
    return relation.type == "supersedes" || relation.type == "superseded-by";
}

std::string publication_json(const Publication& publication,
                             std::string_view base_url,
                             std::uint64_t generation) {
    JsonWriter json;
    {
        const auto object = json.object();
        write_publication_members(json, publication, base_url, TopicDetail::WithEvidence);
        write_particulars(json, publication);
        write_passages(json, publication);
        write_relations(json, "relations", publication, false);
        write_relations(json, "versions", publication, true);
        write_provenance(json, publication);
        const auto served = json.key("generation").object();
        json.member("number", generation);
    }
    return json.take();
}

} // namespace praxis::http
