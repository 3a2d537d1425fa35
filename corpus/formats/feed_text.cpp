// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/feed_text.h"

#include "base/utf8.h"
#include "corpus/base64.h"
#include "corpus/html_text.h"
#include "corpus/xml_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

bool looks_like_html(std::string_view text) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/!";
    for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
         at = text.find_first_of("<&", at + 1)) {
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (text[at] == '<' && letters.find(next) != std::string_view::npos)
            return true;
        if (text[at] == '&' && text.substr(at, 12).find(';') != std::string_view::npos)
            return true;
    }
    return false;
}

FeedText guessed(std::string text) {
    const bool is_html = looks_like_html(text);
    return {std::move(text), is_html};
}

FeedText decoded(std::string_view base64) {
    const auto bytes = decode_base64(base64);
    return bytes ? guessed(repair_utf8(*bytes)) : FeedText{};
}

bool is_markup_type(std::string_view type) {
    return type == "html" || type == "xhtml" || type == "text/html" ||
           type == "application/xhtml+xml";
}

bool is_other_media(std::string_view type) {
    return type.find('/') != std::string_view::npos && !type.starts_with("text/") &&
           !type.ends_with("xml");
}

bool is_address(std::string_view text) {
    return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// What stands between two marks, e.g. in parentheses; empty if they are not there.
std::string_view between(std::string_view text, char open, char close) {
    const std::size_t begin = text.find(open);
    const std::size_t end = text.rfind(close);
    return begin == std::string_view::npos || end == std::string_view::npos || end < begin
               ? std::string_view()
               : trim(text.substr(begin + 1, end - begin - 1));
}

std::string name_beside_address(std::string_view text) {
    text = trim(text);
    for (const auto& [open, close] : {std::pair('(', ')'), std::pair('<', '>')}) {
        const std::string_view inside = between(text, open, close);
        if (inside.empty())
            continue;
        const std::string_view before = trim(text.substr(0, text.find(open)));
        if (is_address(before))
            return std::string(inside);
        if (is_address(inside))
            return std::string(before);
    }
    return is_address(text) ? std::string() : std::string(text);
}

} // namespace

FeedText feed_text(const XmlNode& node) {
    const std::string type = to_lower_ascii(node.attribute("type").value_or(""));
    const std::string mode = to_lower_ascii(node.attribute("mode").value_or(""));
    if (has_child_elements(node))
        return {inner_markup(node), true};
    std::string text = node.all_text();
    if (mode == "base64" || is_other_media(type))
        return decoded(text);
    if (type == "text" || type == "text/plain")
        return mode == "escaped" ? guessed(std::move(text)) : FeedText{std::move(text), false};
    if (is_markup_type(type))
        return {std::move(text), true};
    return guessed(std::move(text));
}

std::string plain_feed_text(const XmlNode& node) {
    const FeedText text = feed_text(node);
    return text.is_html ? html_to_plain_text(text.text) : collapse_whitespace(text.text);
}

std::string feed_person(const XmlNode& node) {
    const XmlNode* name = node.child("name");
    if (name != nullptr || has_child_elements(node))
        return name == nullptr ? std::string() : name_beside_address(running_text(*name));
    return name_beside_address(plain_feed_text(node));
}

} // namespace praxis::corpus
