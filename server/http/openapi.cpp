// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/openapi.h"

#include "schemas/embedded_text.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace praxis::http {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view placeholder = "{facet}";
constexpr std::string_view parameters_path = "#/components/parameters/";

// "{facet}.not" → "topic.not"
std::string named(const std::string& pattern, const std::string& facet) {
    return facet + pattern.substr(placeholder.size());
}

// Facets may be called like other parameters.
std::string key_of(const std::string& name) {
    return "facet_" + name;
}

bool stands_for_facets(const Json& parameter) {
    return parameter["name"].get<std::string>().starts_with(placeholder);
}

Json parameter_of(const Json& pattern, const schemas::Facet& facet) {
    Json parameter = pattern;
    const std::string name = named(pattern["name"].get<std::string>(), facet.name);
    parameter["name"] = name;
    parameter["description"] = facet.label + ": " + pattern["description"].get<std::string>();
    if (facet.shape == schemas::FacetShape::Range && name == facet.name) {
        parameter["description"] =
            facet.label +
            ": A..B, A.., ..B or one number, both ends included; repeated: any of them";
        parameter["example"] = Json::array({"2010..2016"});
    }
    return parameter;
}

// The patterns among the document's parameters leave it; each facet's parameters come in.
std::vector<Json> replace_patterns(Json& parameters, const schemas::Library& library) {
    std::vector<Json> patterns;
    Json kept = Json::object();
    for (const auto& [key, parameter] : parameters.items())
        if (stands_for_facets(parameter))
            patterns.push_back(parameter);
        else
            kept[key] = parameter;
    for (const schemas::Facet& facet : library.facets)
        for (const Json& pattern : patterns) {
            Json parameter = parameter_of(pattern, facet);
            const std::string key = key_of(parameter["name"].get<std::string>());
            kept[key] = std::move(parameter);
        }
    parameters = std::move(kept);
    return patterns;
}

// The references of an operation, those to patterns replaced where the first of them stands.
Json references_of(const Json& references,
                   const Json& all_patterns,
                   const std::vector<Json>& patterns,
                   const schemas::Library& library) {
    Json replaced = Json::array();
    bool done = false;
    for (const Json& reference : references) {
        const std::string key = reference["$ref"].get<std::string>().substr(parameters_path.size());
        if (!all_patterns.contains(key)) {
            replaced.push_back(reference);
            continue;
        }
        if (std::exchange(done, true))
            continue;
        for (const schemas::Facet& facet : library.facets)
            for (const Json& pattern : patterns)
                replaced.push_back(
                    {{"$ref",
                      std::string(parameters_path) +
                          key_of(named(pattern["name"].get<std::string>(), facet.name))}});
    }
    return replaced;
}

Json patterns_of(const Json& parameters) {
    Json patterns = Json::object();
    for (const auto& [key, parameter] : parameters.items())
        if (stands_for_facets(parameter))
            patterns[key] = parameter;
    return patterns;
}

} // namespace

std::string openapi_json(const schemas::Library& library) {
    Json document = Json::parse(schemas::embedded_text("http_api.json"));
    Json& parameters = document["components"]["parameters"];
    const Json by_key = patterns_of(parameters);
    const std::vector<Json> patterns = replace_patterns(parameters, library);
    Json paths = Json::object();
    for (auto& [path, item] : document["paths"].items()) {
        if (item.contains("x-reserved"))
            continue;
        Json& operation = item["get"];
        if (operation.contains("parameters"))
            operation["parameters"] =
                references_of(operation["parameters"], by_key, patterns, library);
        paths[path] = item;
    }
    document["paths"] = std::move(paths);
    if (!library.base_url.empty())
        document["servers"] = Json::array({{{"url", library.base_url}}});
    return document.dump(1) + "\n";
}

} // namespace praxis::http
