// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library_checks.h"

#include "base/nearest.h"
#include "base/utf8.h"
#include "schemas/property.h"
#include "schemas/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace praxis::schemas {

namespace {

// Names that mean something else in a search request.
constexpr std::string_view parameters[] = {"q",
                                           "match",
                                           "date",
                                           "facets",
                                           "facet_size",
                                           "sort",
                                           "page_size",
                                           "cursor",
                                           "rank",
                                           "highlight",
                                           "as_of",
                                           "format",
                                           "prefix",
                                           "limit"};

std::string_view value(const XmlNode& node, std::string_view key) {
    return node.attribute(key).value_or("");
}

std::string guess(std::string_view mistyped, const std::set<std::string_view>& known) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    const std::string_view nearest = nearest_word(mistyped, names);
    return nearest.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", nearest);
}

class Checker {
public:
    Checker(const Library& library, std::string_view path) : library_(library), path_(path) {
        collect_properties();
    }

    std::vector<Error> check(const XmlNode& root) {
        check_node(root);
        std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
            return a.position().line < b.position().line;
        });
        return std::move(errors_);
    }

private:
    void collect_properties() {
        for (const PropertyUse& use : all_properties())
            built_in_.insert(use.name);
        for (const Field& field : library_.fields)
            shown_.insert(field.property);
        for (const Facet& facet : library_.facets)
            shown_.insert(facet.property);
        add_fed(library_.keys);
        add_fed(library_.rules);
        for (const Source& source : library_.sources) {
            add_fed(source.keys);
            add_fed(source.rules);
            add_fed(source.defaults);
        }
    }

    void add_fed(const std::vector<KeyMapping>& keys) {
        for (const KeyMapping& key : keys)
            fed_.insert(key.property);
    }

    void add_fed(const std::vector<PathRule>& rules) {
        for (const PathRule& rule : rules)
            add_fed(rule.defaults);
    }

    void add_fed(const std::map<std::string, std::string>& defaults) {
        for (const auto& [property, given] : defaults)
            fed_.insert(property);
    }

    void add(const XmlNode& node, std::string message) {
        errors_.emplace_back(ErrorKind::InvalidInput,
                             std::move(message),
                             SourcePosition{path_, node.line, node.column});
    }

    void check_node(const XmlNode& node) {
        if (node.name == "fields" || node.name == "facets" || node.name == "library")
            check_names(node);
        if (node.name == "keys" || node.name == "source")
            check_keys(node);
        if (node.name == "path" || node.name == "source")
            check_defaults(node);
        if (node.name == "field")
            check_shown(node, "field", &PropertyUse::is_field);
        else if (node.name == "facet")
            check_facet(node);
        else if (node.name == "path")
            check_path(node);
        else if (node.name == "lookup" || node.name == "vocabulary" || node.name == "ignore")
            check_values_of(node);
        else if (node.name == "stop-words")
            check_stop_words(node);
        for (const XmlNode& child : node.children)
            check_node(child);
    }

    // Fields, facets and sources have names that are unique in their list.
    void check_names(const XmlNode& list) {
        std::map<std::string_view, int> lines;
        for (const XmlNode& node : list.children) {
            if (node.name != "field" && node.name != "facet" && node.name != "source")
                continue;
            const auto [first, is_new] = lines.emplace(value(node, "name"), node.line);
            if (!is_new)
                add(node,
                    fmt::format("there is a {} \"{}\" already, on line {}; give this one another "
                                "name or remove it",
                                node.name,
                                first->first,
                                first->second));
        }
    }

    // What is shown must come from somewhere and be of a kind that can be shown so.
    void check_shown(const XmlNode& node, std::string_view what, bool PropertyUse::*can) {
        const std::string_view property = value(node, "property");
        if (const PropertyUse* use = find_property(property)) {
            if (!(use->*can))
                add(node,
                    fmt::format("\"{}\" cannot be a {}; {}", property, what, names_of_those(can)));
        } else if (!fed_.contains(property)) {
            std::set<std::string_view> known = fed_;
            known.insert(built_in_.begin(), built_in_.end());
            const std::string meant = guess(property, known);
            add(node,
                fmt::format("nothing feeds the property \"{}\" of this {}{}",
                            property,
                            what,
                            meant.empty() ? "; add a <key> or a <default> for it" : meant));
        }
    }

    static std::string names_of_those(bool PropertyUse::*can) {
        std::vector<std::string_view> names;
        for (const PropertyUse& use : all_properties())
            if (use.*can)
                names.push_back(use.name);
        return fmt::format("use one of {}, or a property of your own", fmt::join(names, ", "));
    }

    void check_facet(const XmlNode& node) {
        check_shown(node, "facet", &PropertyUse::is_facet);
        const std::string_view name = value(node, "name");
        if (std::find(std::begin(parameters), std::end(parameters), name) != std::end(parameters))
            add(node,
                fmt::format("a facet cannot be called \"{}\": that is a parameter of searches; "
                            "give it another name",
                            name));
        std::set<std::string_view> seen;
        for (const XmlNode* one : node.children_named("value"))
            if (!seen.insert(value(*one, "id")).second)
                add(*one, fmt::format("the value \"{}\" is there already", value(*one, "id")));
        if (value(node, "closed") == "true" && seen.empty())
            add(node, "a closed facet needs its values: add <value id=\"…\" label=\"…\"/>");
    }

    void check_keys(const XmlNode& list) {
        std::map<std::pair<std::string, std::string_view>, int> lines;
        for (const XmlNode* node : list.children_named("key")) {
            const std::string_view property = value(*node, "property");
            check_fed(*node, property, &PropertyUse::is_fed, "fed by a key");
            std::vector<std::string> names = words_in(value(*node, "names"));
            if (node->attribute("name"))
                names.push_back(collapse_whitespace(value(*node, "name")));
            for (const std::string& name : names) {
                if (name != to_lower_ascii(name))
                    add(*node, fmt::format("keys are written in small letters: {}", name));
                const auto [first, is_new] = lines.emplace(std::pair(name, property), node->line);
                if (!is_new)
                    add(*node,
                        fmt::format(R"(the key "{}" feeds "{}" already, on line {}; remove it)",
                                    name,
                                    property,
                                    first->second));
            }
        }
    }

    // What is fed must be shown somewhere, or be one of the properties that are always kept.
    void check_fed(const XmlNode& node,
                   std::string_view property,
                   bool PropertyUse::*can,
                   std::string_view how) {
        if (const PropertyUse* use = find_property(property)) {
            if (!(use->*can))
                add(node, fmt::format("\"{}\" cannot be {}; remove it", property, how));
        } else if (!shown_.contains(property)) {
            std::set<std::string_view> known = shown_;
            known.insert(built_in_.begin(), built_in_.end());
            const std::string meant = guess(property, known);
            add(node,
                fmt::format("no field or facet shows the property \"{}\"{}",
                            property,
                            meant.empty() ? "; add one, or remove this" : meant));
        }
    }

    void check_defaults(const XmlNode& list) {
        std::set<std::string_view> seen;
        for (const XmlNode* node : list.children_named("default")) {
            const std::string_view property = value(*node, "property");
            check_fed(*node, property, &PropertyUse::is_given, "given by a default");
            if (!seen.insert(property).second)
                add(*node, fmt::format("there is a default for \"{}\" already", property));
            const Facet* facet = library_.facet_of(property);
            if (facet != nullptr && facet->closed && !facet->value_of(value(*node, "value")))
                add(*node, unknown_value(*facet, value(*node, "value")));
        }
    }

    static std::string unknown_value(const Facet& facet, std::string_view given) {
        std::set<std::string_view> known;
        for (const auto& [id, label] : facet.labels)
            known.insert(id);
        const std::string meant = guess(given, known);
        return fmt::format(R"(the facet "{}" has no value "{}"{})",
                           facet.name,
                           given,
                           meant.empty() ? fmt::format("; it has {}", fmt::join(known, ", "))
                                         : meant);
    }

    void check_path(const XmlNode& node) {
        const std::string_view glob = value(node, "glob");
        if (glob.starts_with('/') || glob.starts_with("./") || glob.ends_with('/') ||
            glob.find('\\') != std::string_view::npos)
            add(node,
                fmt::format("the glob \"{}\" matches nothing: paths are relative to the source's "
                            "folder, with '/' between levels and a file at the end, such as "
                            "\"**/news/**\"",
                            glob));
        if (value(node, "skip") != "true" && node.child("default") == nullptr)
            add(node, "this path rule does nothing: add skip=\"true\" or a <default>");
        if (value(node, "skip") == "true" && node.child("default") != nullptr)
            add(node, "what is skipped needs no <default>: remove skip=\"true\" or the defaults");
    }

    void check_values_of(const XmlNode& node) {
        const std::string_view property = value(node, "property");
        const PropertyUse* use = find_property(property);
        if (use != nullptr && !use->is_facet)
            add(node, fmt::format("\"{}\" has no values; {}", property, names_of_facets()));
        else if (use == nullptr && !shown_.contains(property))
            check_fed(node, property, &PropertyUse::is_facet, "used here");
    }

    void check_stop_words(const XmlNode& node) {
        const std::vector<std::string> more = words_in(value(node, "more"));
        for (const std::string& word : words_in(value(node, "except")))
            if (std::ranges::find(more, word) != more.end())
                add(node,
                    fmt::format("\"{}\" is both left out and kept: remove it from \"more\" or "
                                "from \"except\"",
                                word));
    }

    static std::string names_of_facets() { return names_of_those(&PropertyUse::is_facet); }

    const Library& library_;
    std::string path_;
    std::vector<Error> errors_;
    std::set<std::string_view> built_in_;
    std::set<std::string_view> shown_; // by fields and facets
    std::set<std::string_view> fed_;   // by keys and defaults
};

} // namespace

std::vector<Error>
check_library(const XmlNode& root, const Library& library, std::string_view path) {
    return Checker(library, path).check(root);
}

} // namespace praxis::schemas
