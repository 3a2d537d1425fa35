// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/publication_members.h"

#include "schemas/evidence_place.h"
#include "server/http/addresses.h"

namespace praxis::http {

namespace {

void write_term(JsonWriter& json, const schemas::Term& term) {
    const auto object = json.object();
    json.member("value", term.value);
    json.member("label", term.label());
}

void write_labels(JsonWriter& json, std::string_view name, const auto& list, const auto& term_of) {
    const auto array = json.key(name).array();
    for (const auto& entry : list)
        json.value(term_of(entry).label());
}

// In a passage, or in the title or summary.
void write_place(JsonWriter& json, const schemas::Evidence& span) {
    const bool in_title = span.passage == schemas::evidence_in_title;
    if (!in_title && span.passage != schemas::evidence_in_summary) {
        json.member("passage", std::uint64_t{span.passage});
        return;
    }
    json.key("passage");
    json.null();
    json.member("field", in_title ? "title" : "summary");
}

void write_evidence(JsonWriter& json, const std::vector<schemas::Evidence>& evidence) {
    const auto array = json.key("evidence").array();
    for (const schemas::Evidence& span : evidence) {
        const auto object = json.object();
        write_place(json, span);
        json.member("begin", std::uint64_t{span.begin});
        json.member("end", std::uint64_t{span.end});
        json.member("quote", span.quote);
        json.member("weight", span.weight);
    }
}

void write_reasons(JsonWriter& json, const schemas::Topic& topic) {
    if (!topic.words.empty()) {
        json.member("weight", topic.weight);
        const auto array = json.key("words").array();
        for (const std::string& word : topic.words)
            json.value(word);
    }
    write_evidence(json, topic.evidence);
}

void write_topics(JsonWriter& json,
                  std::string_view name,
                  const std::vector<schemas::Topic>& topics,
                  TopicDetail detail) {
    const auto array = json.key(name).array();
    for (const schemas::Topic& topic : topics) {
        const auto object = json.object();
        const bool by_editor = topic.by == schemas::TopicOrigin::Editor;
        json.member("value", topic.term.value);
        json.member("label", topic.term.label());
        json.member("by", by_editor ? "editor" : "analyzer");
        if (detail == TopicDetail::WithEvidence && !by_editor)
            write_reasons(json, topic);
    }
}

void write_source(JsonWriter& json, const schemas::Provenance& provenance) {
    const auto object = json.key("source").object();
    json.member("name", provenance.source);
    write_text_or_null(json, "id", provenance.source_id);
    json.member("path", provenance.path);
}

} // namespace

void write_text_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    if (text.empty())
        json.null();
    else
        json.value(text);
}

void write_terms(JsonWriter& json, std::string_view name, const std::vector<schemas::Term>& terms) {
    const auto array = json.key(name).array();
    for (const schemas::Term& term : terms)
        write_term(json, term);
}

void write_publication_members(JsonWriter& json,
                               const schemas::Publication& publication,
                               std::string_view base_url,
                               TopicDetail detail) {
    json.member("id", publication.id);
    json.member("url", publication_address(base_url, publication.id));
    json.member("kind", publication.kind);
    json.member("title", publication.title);
    write_text_or_null(
        json, "date", publication.date ? publication.date->date.to_string() : std::string());
    write_labels(
        json, "authors", publication.authors, [](const auto& term) -> auto& { return term; });
    write_labels(
        json, "organizations", publication.organizations, [](const auto& organization) -> auto& {
            return organization.term;
        });
    write_topics(json, "topics", publication.topics, detail);
    if (detail == TopicDetail::WithEvidence && !publication.suggested_topics.empty())
        write_topics(json, "suggested_topics", publication.suggested_topics, detail);
    write_terms(json, "places", publication.places);
    json.key("series");
    if (publication.series)
        write_term(json, *publication.series);
    else
        json.null();
    write_text_or_null(json, "parent", publication.parent);
    write_source(json, publication.provenance);
}

} // namespace praxis::http
