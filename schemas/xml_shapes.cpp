// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml_shapes.h"

#include "base/nearest.h"
#include "base/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libxml/xmlregexp.h>

#include <algorithm>

namespace praxis::schemas {

namespace {

constexpr std::size_t max_errors = 100;
constexpr int max_references = 8; // from one define to another, inside an attribute

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <typename Names>
std::vector<std::string_view> views(const Names& names) {
    return {names.begin(), names.end()};
}

// "; did you mean <field>?", or nothing.
std::string guess(std::string_view mistyped,
                  const std::vector<std::string_view>& known,
                  std::string_view open,
                  std::string_view close) {
    const std::string_view nearest = nearest_word(mistyped, known);
    return nearest.empty() ? "" : fmt::format("; did you mean {}{}{}?", open, nearest, close);
}

std::string shown(std::string_view value) {
    return std::string(first_code_points(value, 60));
}

std::string in_brackets(const std::vector<std::string_view>& names) {
    std::string list;
    for (const std::string_view name : names)
        list += fmt::format("{}<{}>", list.empty() ? "" : ", ", name);
    return list;
}

bool is_number(std::string_view value) {
    const std::size_t digits = value.find_first_not_of("+-");
    return digits <= 1 && value.find_first_not_of("0123456789.", digits) == value.npos &&
           value.find_first_of("0123456789") != value.npos &&
           std::count(value.begin(), value.end(), '.') <= 1;
}

// What a value of that type must be, or nothing when it is or nobody knows.
std::string_view wanted_by_type(std::string_view type, std::string_view value) {
    if (is_one_of(type, {"decimal", "double", "float"}) && !is_number(value))
        return "a number such as 2 or 0.5";
    if (type == "decimal" && value.starts_with('-'))
        return "a number of 0 or more";
    if (type == "boolean" && !is_one_of(value, {"true", "false", "1", "0"}))
        return "true or false";
    return {};
}

bool matches_pattern(const std::string& pattern, const std::string& value) {
    const auto xml_chars = [](const std::string& text) {
        return reinterpret_cast<const xmlChar*>(text.c_str());
    };
    xmlRegexp* compiled = xmlRegexpCompile(xml_chars(pattern));
    const bool is_match = compiled == nullptr || xmlRegexpExec(compiled, xml_chars(value)) == 1;
    xmlRegFreeRegexp(compiled);
    return is_match;
}

} // namespace

// The element whose shape is being gathered.
struct XmlShapes::Walk {
    Shape shape;
    std::set<std::string, std::less<>> seen; // defines, against recursion
};

XmlShapes::XmlShapes(const XmlNode& grammar) {
    name_space_ = grammar.attribute("ns").value_or("");
    for (const XmlNode* define : grammar.children_named("define"))
        defines_.emplace(define->attribute("name").value_or(""), define);
    Walk start;
    for (const XmlNode* pattern : grammar.children_named("start"))
        add_pattern(start, *pattern, true);
    roots_ = start.shape.children;
    for (const auto& [name, define] : defines_) {
        Walk unused;
        add_pattern(unused, *define, true);
    }
    defines_.clear();
    elements_.clear();
}

void XmlShapes::merge(const std::string& name, Shape shape) {
    const auto [place, is_new] = shapes_.try_emplace(name, shape);
    if (is_new)
        return;
    Shape& merged = place->second;
    for (auto& [key, attribute] : merged.attributes)
        if (!shape.attributes.contains(key))
            attribute.is_required = false;
    for (auto& [key, attribute] : shape.attributes) {
        const auto [known, is_first] = merged.attributes.try_emplace(key, Attribute());
        if (is_first) {
            known->second = std::move(attribute);
            known->second.is_required = false;
        } else if (known->second.choices != attribute.choices ||
                   known->second.pattern != attribute.pattern ||
                   known->second.type != attribute.type) {
            known->second = {.is_required = known->second.is_required,
                             .choices = {},
                             .type = {},
                             .pattern = {},
                             .wanted = {}};
        }
    }
    if (merged.one_of != shape.one_of)
        merged.one_of.clear();
    merged.children.merge(shape.children);
    std::erase_if(merged.needed,
                  [&](const std::string& child) { return !shape.needed.contains(child); });
    merged.has_text |= shape.has_text;
    merged.is_open |= shape.is_open;
}

void XmlShapes::add_element(const XmlNode& pattern) {
    if (!elements_.insert(&pattern).second)
        return;
    Walk walk;
    for (const XmlNode& child : pattern.children)
        add_pattern(walk, child, true);
    merge(std::string(*pattern.attribute("name")), std::move(walk.shape));
}

void XmlShapes::add_content(Attribute& attribute, const XmlNode& content, int depth) const {
    const auto define = defines_.find(content.attribute("name").value_or(""));
    if (content.name == "ref" && define != defines_.end() && depth < max_references) {
        for (const XmlNode& child : define->second->children)
            add_content(attribute, child, depth + 1);
    } else if (content.name == "documentation") {
        attribute.wanted = collapse_whitespace(content.all_text());
    } else if (content.name == "value") {
        attribute.choices.push_back(content.all_text());
    } else if (content.name == "choice" && content.child("data") == nullptr &&
               content.child("ref") == nullptr) {
        for (const XmlNode* value : content.children_named("value"))
            attribute.choices.push_back(value->all_text());
    } else if (content.name == "data") {
        attribute.type = content.attribute("type").value_or("");
        for (const XmlNode* param : content.children_named("param"))
            if (param->attribute("name") == "pattern")
                attribute.pattern = param->all_text();
    }
}

void XmlShapes::add_attribute(Walk& walk, const XmlNode& pattern, bool is_required) {
    Attribute attribute;
    attribute.is_required = is_required;
    for (const XmlNode& child : pattern.children)
        add_content(attribute, child, 0);
    walk.shape.attributes.insert_or_assign(std::string(*pattern.attribute("name")), attribute);
}

// Of several attributes in a choice, one must be there.
void XmlShapes::add_alternatives(Walk& walk, const XmlNode& choice) {
    std::set<std::string> names;
    for (const XmlNode& child : choice.children) {
        if (!child.is_text() && (child.name != "attribute" || !child.attribute("name")))
            return;
        if (!child.is_text())
            names.emplace(*child.attribute("name"));
    }
    walk.shape.one_of.push_back(std::move(names));
}

void XmlShapes::add_pattern(Walk& walk, const XmlNode& pattern, bool is_required) {
    const auto name = pattern.attribute("name");
    if (is_one_of(pattern.name, {"element", "attribute"}) && !name) {
        walk.shape.is_open = true;
    } else if (pattern.name == "element") {
        walk.shape.children.emplace(*name);
        if (is_required)
            walk.shape.needed.emplace(*name);
        add_element(pattern);
    } else if (pattern.name == "attribute") {
        add_attribute(walk, pattern, is_required);
    } else if (pattern.name == "ref") {
        const auto define = defines_.find(name.value_or(""));
        if (define != defines_.end() && walk.seen.insert(define->first).second)
            for (const XmlNode& child : define->second->children)
                add_pattern(walk, child, is_required);
    } else {
        if (is_one_of(pattern.name, {"text", "data", "value", "list", "mixed"}))
            walk.shape.has_text = true;
        if (is_required && pattern.name == "choice")
            add_alternatives(walk, pattern);
        const bool is_optional = is_one_of(pattern.name, {"optional", "zeroOrMore", "choice"});
        for (const XmlNode& child : pattern.children)
            add_pattern(walk, child, is_required && !is_optional);
    }
}

struct XmlShapes::Report {
    std::string path;
    std::vector<Error> errors;

    void add(const XmlNode& at, std::string message) {
        if (errors.size() < max_errors)
            errors.emplace_back(ErrorKind::InvalidInput,
                                std::move(message),
                                SourcePosition{path, at.line, at.column});
    }
};

void XmlShapes::explain_value(Report& report,
                              const XmlNode& node,
                              std::string_view key,
                              const std::string& value,
                              const Attribute& attribute) {
    std::string wanted(wanted_by_type(attribute.type, value));
    const auto& choices = attribute.choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end())
        wanted = fmt::format("one of: {}", fmt::join(choices, ", "));
    else if (!attribute.pattern.empty() && !matches_pattern(attribute.pattern, value))
        wanted = attribute.wanted.empty() ? fmt::format("written like {}", attribute.pattern)
                                          : attribute.wanted;
    if (!wanted.empty())
        report.add(node, fmt::format("{}=\"{}\" must be {}", key, shown(value), wanted));
}

void XmlShapes::explain_missing(Report& report, const XmlNode& node, const Shape& shape) {
    for (const auto& [key, attribute] : shape.attributes)
        if (attribute.is_required && !node.attribute(key))
            report.add(node, fmt::format("<{}> needs the attribute \"{}\"", node.name, key));
    for (const std::set<std::string>& names : shape.one_of)
        if (std::none_of(names.begin(), names.end(), [&](const std::string& key) {
                return node.attribute(key).has_value();
            }))
            report.add(node,
                       fmt::format("<{}> needs one of the attributes {}",
                                   node.name,
                                   fmt::join(names, ", ")));
}

void XmlShapes::explain_attributes(Report& report, const XmlNode& node, const Shape& shape) const {
    std::vector<std::string_view> names;
    for (const auto& [key, attribute] : shape.attributes)
        names.push_back(key);
    for (const auto& [key, value] : node.attributes) {
        const auto known = shape.attributes.find(key);
        if (known == shape.attributes.end()) {
            const std::string meant = guess(key, names, "\"", "\"");
            report.add(node,
                       fmt::format("<{}> has no attribute \"{}\"{}",
                                   node.name,
                                   shown(key),
                                   !meant.empty() ? meant
                                   : names.empty()
                                       ? "; remove it"
                                       : fmt::format("; it may have {}", fmt::join(names, ", "))));
            continue;
        }
        explain_value(report, node, key, value, known->second);
    }
}

void XmlShapes::explain_child(Report& report, const XmlNode& parent, const XmlNode& child) const {
    const Shape& shape = shapes_.at(parent.name);
    const auto allowed = views(shape.children);
    if (child.is_text()) {
        if (!shape.has_text && !trim(child.text).empty())
            report.add(parent,
                       fmt::format("<{}> may not hold text, but it has \"{}\"",
                                   parent.name,
                                   shown(collapse_whitespace(child.text))));
        return;
    }
    if (shape.children.contains(child.name))
        return;
    std::vector<std::string_view> homes;
    for (const auto& [name, other] : shapes_)
        if (other.children.contains(child.name))
            homes.push_back(name);
    const std::string meant = guess(child.name, allowed, "<", ">");
    report.add(child,
               fmt::format("<{}> does not belong in <{}>{}",
                           shown(child.name),
                           parent.name,
                           !homes.empty()   ? fmt::format("; move it into {}", in_brackets(homes))
                           : !meant.empty() ? meant
                           : allowed.empty()
                               ? std::string("; remove it")
                               : fmt::format("; it may hold {}", in_brackets(allowed))));
}

void XmlShapes::explain_element(Report& report, const XmlNode& node) const {
    const auto found = shapes_.find(node.name);
    if (found == shapes_.end() || found->second.is_open)
        return;
    const Shape& shape = found->second;
    const std::size_t errors_before = report.errors.size();
    explain_missing(report, node, shape);
    explain_attributes(report, node, shape);
    for (const XmlNode& child : node.children) {
        explain_child(report, node, child);
        if (shape.children.contains(child.name))
            explain_element(report, child);
    }
    if (report.errors.size() > errors_before) // a misspelt child would be called missing as well
        return;
    for (const std::string& child : shape.needed)
        if (node.child(child) == nullptr)
            report.add(node, fmt::format("<{}> needs a <{}> in it", node.name, child));
}

std::vector<Error> XmlShapes::explain(const XmlNode& root, std::string_view path) const {
    Report report{std::string(path), {}};
    const auto roots = views(roots_);
    if (!roots_.contains(root.name))
        report.add(root,
                   fmt::format("the document begins with <{}>, but {} is expected",
                               shown(root.name),
                               in_brackets(roots)));
    else if (root.name_space != name_space_)
        report.add(root,
                   fmt::format(R"(<{}> must have xmlns="{}", but its namespace is "{}")",
                               root.name,
                               name_space_,
                               shown(root.name_space)));
    else
        explain_element(report, root);
    return std::move(report.errors);
}

} // namespace praxis::schemas
