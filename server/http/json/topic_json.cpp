// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/topic_json.h"

#include "server/http/json/facet_json.h"
#include "server/http/json/publication_members.h"
#include "server/http/percent.h"

namespace praxis::http {

namespace {

void write_outline(JsonWriter& json, const TopicNode& node) {
    json.member("value", node.value);
    json.member("label", node.label);
    json.member("count", node.count);
}

void write_detail(JsonWriter& json, const TopicNode& node) {
    write_text_or_null(json, "scope_note", node.scope_note);
    const auto synonyms = json.key("synonyms").array();
    for (const std::string& synonym : node.synonyms)
        json.value(synonym);
}

void write_tree(JsonWriter& json, std::string_view name, const std::vector<TopicNode>& nodes) {
    const auto array = json.key(name).array();
    for (const TopicNode& node : nodes) {
        const auto object = json.object();
        write_outline(json, node);
        write_detail(json, node);
        write_tree(json, "narrower", node.narrower);
    }
}

void write_broader(JsonWriter& json, const std::vector<const TopicNode*>& path) {
    const auto array = json.key("broader").array();
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const auto object = json.object();
        write_outline(json, *path[i]);
    }
}

} // namespace

std::string topics_json(const std::vector<TopicNode>& tree, const search::FacetPage& page) {
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("field", page.field);
        json.member("label", page.label);
        write_tree(json, "topics", tree);
        write_generation(json, page.generation, page.published);
    }
    return json.take();
}

std::string topic_json(const std::vector<const TopicNode*>& path, const search::FacetPage& page) {
    const TopicNode& topic = *path.back();
    JsonWriter json;
    {
        const auto object = json.object();
        write_outline(json, topic);
        write_detail(json, topic);
        json.member("search",
                    "/v1/search?" + percent_encode(page.field) + "=" +
                        percent_encode(topic.value, "/"));
        write_broader(json, path);
        write_tree(json, "narrower", topic.narrower);
        write_generation(json, page.generation, page.published);
    }
    return json.take();
}

} // namespace praxis::http
