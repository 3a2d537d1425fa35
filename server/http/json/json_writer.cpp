// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/json_writer.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace praxis::http {

namespace {

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

void append_escape(std::string& text, char c) {
    text.push_back('\\');
    if (c == '"' || c == '\\')
        text.push_back(c);
    else if (c == '\n')
        text.push_back('n');
    else if (c == '\t')
        text.push_back('t');
    else
        fmt::format_to(std::back_inserter(text), "u{:04x}", static_cast<unsigned>(c));
}

} // namespace

JsonWriter::Scope JsonWriter::object() {
    separate();
    text_.push_back('{');
    needs_comma_ = false;
    return {*this, '}'};
}

JsonWriter::Scope JsonWriter::array() {
    separate();
    text_.push_back('[');
    needs_comma_ = false;
    return {*this, ']'};
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_quoted(name);
    text_.push_back(':');
    needs_comma_ = false;
    return *this;
}

void JsonWriter::value(std::string_view text) {
    separate();
    append_quoted(text);
    needs_comma_ = true;
}

void JsonWriter::value(std::uint64_t number) {
    separate();
    fmt::format_to(std::back_inserter(text_), "{}", number);
    needs_comma_ = true;
}

void JsonWriter::value(double number) {
    if (!std::isfinite(number))
        return null();
    separate();
    fmt::format_to(std::back_inserter(text_), "{:.6g}", number);
    needs_comma_ = true;
}

void JsonWriter::value(bool yes) {
    separate();
    text_ += yes ? "true" : "false";
    needs_comma_ = true;
}

void JsonWriter::null() {
    separate();
    text_ += "null";
    needs_comma_ = true;
}

void JsonWriter::separate() {
    if (needs_comma_)
        text_.push_back(',');
}

void JsonWriter::close(char bracket) {
    text_.push_back(bracket);
    needs_comma_ = true;
}

void JsonWriter::append_quoted(std::string_view text) {
    if (!is_valid_utf8(text))
        return append_quoted(repair_utf8(text));
    text_.push_back('"');
    std::size_t clean = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!needs_escape(text[at]))
            continue;
        text_ += text.substr(clean, at - clean);
        append_escape(text_, text[at]);
        clean = at + 1;
    }
    text_ += text.substr(clean);
    text_.push_back('"');
}

} // namespace praxis::http
