// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library_reader.h"

#include "base/utf8.h"
#include "schemas/words.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace praxis::schemas {

namespace {

std::string text_of(const XmlNode& node, std::string_view key) {
    return std::string(node.attribute(key).value_or(""));
}

std::string label_of(const XmlNode& node) {
    return collapse_whitespace(node.attribute("label").value_or(""));
}

bool flag_of(const XmlNode& node, std::string_view key, bool otherwise) {
    const auto value = node.attribute(key);
    return value ? *value == "true" : otherwise;
}

Field read_field(const XmlNode& node) {
    Field field;
    field.name = text_of(node, "name");
    field.label = label_of(node);
    field.property = text_of(node, "property");
    field.weight = std::strtod(text_of(node, "weight").c_str(), nullptr);
    if (!node.attribute("weight"))
        field.weight = 1;
    if (text_of(node, "analyzer") == "name")
        field.analyzer = FieldAnalyzer::Name;
    return field;
}

void add_value(Facet& facet, const XmlNode& node) {
    const std::string value = text_of(node, "id");
    const std::string label = label_of(node);
    facet.labels.emplace(value, label);
    facet.words.emplace(squeezed(value), value);
    facet.words.emplace(squeezed(label), value);
    for (const XmlNode* synonym : node.children_named("synonym"))
        facet.words.emplace(squeezed(synonym->all_text()), value);
}

Facet read_facet(const XmlNode& node) {
    Facet facet;
    facet.name = text_of(node, "name");
    facet.label = label_of(node);
    facet.property = text_of(node, "property");
    const std::string shape = text_of(node, "shape");
    facet.shape = shape == "hierarchical" ? FacetShape::Hierarchical
                  : shape == "range"      ? FacetShape::Range
                                          : FacetShape::Plain;
    facet.listed = flag_of(node, "listed", true);
    facet.closed = flag_of(node, "closed", false);
    for (const XmlNode* value : node.children_named("value"))
        add_value(facet, *value);
    return facet;
}

void add_keys(std::vector<KeyMapping>& keys, const XmlNode& parent) {
    for (const XmlNode* node : parent.children_named("key")) {
        std::vector<std::string> names = words_in(text_of(*node, "names"));
        if (const auto name = node->attribute("name"))
            names.push_back(collapse_whitespace(*name));
        for (std::string& name : names)
            keys.push_back({.key = std::move(name),
                            .property = text_of(*node, "property"),
                            .rank = static_cast<int>(keys.size()),
                            .separator = text_of(*node, "separator"),
                            .role = text_of(*node, "role"),
                            .levels = text_of(*node, "levels")});
    }
}

void add_defaults(std::map<std::string, std::string>& defaults, const XmlNode& parent) {
    for (const XmlNode* node : parent.children_named("default"))
        defaults.emplace(text_of(*node, "property"), text_of(*node, "value"));
}

void add_rules(std::vector<PathRule>& rules, const XmlNode& parent) {
    for (const XmlNode* node : parent.children_named("path")) {
        PathRule& rule = rules.emplace_back();
        rule.glob = text_of(*node, "glob");
        rule.skip = flag_of(*node, "skip", false);
        add_defaults(rule.defaults, *node);
    }
}

Source read_source(const XmlNode& node) {
    Source source;
    source.name = text_of(node, "name");
    source.folder = text_of(node, "folder");
    add_defaults(source.defaults, node);
    add_keys(source.keys, node);
    add_rules(source.rules, node);
    return source;
}

RankingSettings read_ranking(const XmlNode& node) {
    return {.pairs = flag_of(node, "pairs", true),
            .neighbours = flag_of(node, "neighbours", true),
            .likeness = flag_of(node, "likeness", true),
            .title_lookups = flag_of(node, "title-lookups", true),
            .acronyms = flag_of(node, "acronyms", true)};
}

template <typename Named>
void inherit_named(std::vector<Named>& own, std::vector<Named> base) {
    for (Named& inherited : base)
        if (std::none_of(own.begin(), own.end(), [&](const Named& one) {
                return one.name == inherited.name;
            }))
            own.push_back(std::move(inherited));
}

template <typename Rule>
void inherit(std::vector<Rule>& own, std::vector<Rule> base) {
    std::move(base.begin(), base.end(), std::back_inserter(own));
}

} // namespace

Library read_library(const XmlNode& root) {
    Library library;
    library.name = collapse_whitespace(root.attribute("name").value_or(""));
    library.base_url = text_of(root, "base-url");
    while (library.base_url.ends_with('/'))
        library.base_url.pop_back();
    library.languages = words_in(text_of(root, "languages"));
    if (const XmlNode* fields = root.child("fields"))
        for (const XmlNode* field : fields->children_named("field"))
            library.fields.push_back(read_field(*field));
    if (const XmlNode* facets = root.child("facets"))
        for (const XmlNode* facet : facets->children_named("facet"))
            library.facets.push_back(read_facet(*facet));
    if (const XmlNode* keys = root.child("keys"))
        add_keys(library.keys, *keys);
    if (const XmlNode* paths = root.child("paths"))
        add_rules(library.rules, *paths);
    for (const XmlNode* skip : root.children_named("skip"))
        library.skips.push_back({.key = text_of(*skip, "key"),
                                 .value = text_of(*skip, "value"),
                                 .only_without_text = flag_of(*skip, "only-without-text", false)});
    for (const XmlNode* ignore : root.children_named("ignore"))
        library.ignored.push_back({text_of(*ignore, "property"), text_of(*ignore, "value")});
    for (const XmlNode* lookup : root.children_named("lookup"))
        library.lookups.push_back({.property = text_of(*lookup, "property"),
                                   .folder = text_of(*lookup, "folder"),
                                   .key = text_of(*lookup, "key")});
    for (const XmlNode* source : root.children_named("source"))
        library.sources.push_back(read_source(*source));
    if (const XmlNode* topics = root.child("topics")) {
        library.topics.analyzed = flag_of(*topics, "analyzed", true);
        if (topics->attribute("sure"))
            library.topics.sure = std::strtod(text_of(*topics, "sure").c_str(), nullptr);
    }
    if (const XmlNode* ranking = root.child("ranking"))
        library.ranking = read_ranking(*ranking);
    if (const XmlNode* words = root.child("stop-words"))
        library.stop_words = {words_in(text_of(*words, "more")),
                              words_in(text_of(*words, "except"))};
    return library;
}

void extend_library(Library& library, Library base) {
    if (library.base_url.empty())
        library.base_url = std::move(base.base_url);
    if (library.languages.empty())
        library.languages = std::move(base.languages);
    inherit_named(library.fields, std::move(base.fields));
    inherit_named(library.facets, std::move(base.facets));
    inherit_named(library.sources, std::move(base.sources));
    for (KeyMapping& key : base.keys)
        key.rank += static_cast<int>(library.keys.size());
    inherit(library.keys, std::move(base.keys));
    inherit(library.rules, std::move(base.rules));
    inherit(library.skips, std::move(base.skips));
    inherit(library.lookups, std::move(base.lookups));
    inherit(library.ignored, std::move(base.ignored));
    for (auto& [property, vocabulary] : base.vocabularies)
        if (library.vocabularies.emplace(property, std::move(vocabulary)).second &&
            base.unmatched.contains(property))
            library.unmatched.insert(property);
}

} // namespace praxis::schemas
