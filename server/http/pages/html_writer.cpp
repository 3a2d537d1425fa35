// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/html_writer.h"

#include "base/expects.h"
#include "base/utf8.h"

namespace praxis::http {

namespace {

std::string_view escape_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

bool is_dropped(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

} // namespace

void HtmlWriter::doctype() {
    text_ += "<!doctype html>\n";
}

HtmlWriter::Scope HtmlWriter::in(Name name, Attributes attributes) {
    open(name, attributes);
    return {*this, name};
}

void HtmlWriter::element(Name name, Attributes attributes, std::string_view content) {
    open(name, attributes);
    append_escaped(content);
    close(name);
}

void HtmlWriter::empty(Name name, Attributes attributes) {
    open(name, attributes);
}

void HtmlWriter::data_block(std::string_view media_type, std::string_view json) {
    expects(json.find('<') == std::string_view::npos, "data for a page has no opening bracket");
    open("script", {{"type", media_type}});
    text_ += json;
    close("script");
}

void HtmlWriter::text(std::string_view content) {
    append_escaped(content);
}

void HtmlWriter::open(Name name, Attributes attributes) {
    text_.push_back('<');
    text_ += name.text();
    for (const auto& [attribute, value] : attributes) {
        if (value.data() == absent.data())
            continue;
        text_.push_back(' ');
        text_ += attribute.text();
        text_ += "=\"";
        append_escaped(value);
        text_.push_back('"');
    }
    text_.push_back('>');
}

void HtmlWriter::close(Name name) {
    text_ += "</";
    text_ += name.text();
    text_.push_back('>');
}

void HtmlWriter::append_escaped(std::string_view content) {
    if (!is_valid_utf8(content))
        return append_escaped(repair_utf8(content));
    for (const char c : content) {
        if (const std::string_view escape = escape_of(c); !escape.empty())
            text_ += escape;
        else if (!is_dropped(c))
            text_.push_back(c);
    }
}

} // namespace praxis::http
