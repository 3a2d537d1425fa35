// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/xml_text.h"

#include "corpus/inline_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

void add_text(InlineText& text, const XmlNode& node, const NodeFilter& leaves_out) {
    text.add(node.text);
    for (const XmlNode& child : node.children)
        if (child.is_text() || !leaves_out || !leaves_out(child))
            add_text(text, child, leaves_out);
}

void add_escaped(std::string& markup, std::string_view text) {
    for (const char c : text) {
        if (c == '<')
            markup += "&lt;";
        else if (c == '&')
            markup += "&amp;";
        else if (c == '"')
            markup += "&quot;";
        else
            markup += c;
    }
}

void add_markup(std::string& markup, const XmlNode& node) {
    if (node.is_text())
        return add_escaped(markup, node.text);
    markup += '<' + node.name;
    for (const auto& [key, value] : node.attributes) {
        markup += ' ' + key + "=\"";
        add_escaped(markup, value);
        markup += '"';
    }
    markup += '>';
    for (const XmlNode& child : node.children)
        add_markup(markup, child);
    if (node.name != "br" && node.name != "hr" && node.name != "img")
        markup += "</" + node.name + '>';
}

} // namespace

std::string running_text(const XmlNode& node, const NodeFilter& leaves_out) {
    InlineText text;
    add_text(text, node, leaves_out);
    return text.take();
}

std::string child_text(const XmlNode& node, std::string_view child) {
    const XmlNode* found = node.child(child);
    return found == nullptr ? std::string() : running_text(*found);
}

std::string inner_markup(const XmlNode& node) {
    std::string markup;
    for (const XmlNode& child : node.children)
        add_markup(markup, child);
    return markup;
}

const XmlNode* find_below(const XmlNode& node, std::string_view name) {
    for (const XmlNode& child : node.children) {
        if (child.name == name)
            return &child;
        if (const XmlNode* found = find_below(child, name))
            return found;
    }
    return nullptr;
}

bool has_child_elements(const XmlNode& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& child) {
        return !child.is_text();
    });
}

} // namespace praxis::corpus
