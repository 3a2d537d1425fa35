// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jats_text.h"

#include "base/utf8.h"
#include "corpus/inline_text.h"
#include "corpus/phrases.h"

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

constexpr std::string_view not_read =
    "math|tex-math|disp-formula|inline-formula|disp-formula-group|chem-struct|graphic|"
    "inline-graphic|media|alternatives|email|fn|fn-group|table|array|ref-list|"
    "supplementary-material|object-id|label|permissions|processing-meta|alt-text";

constexpr std::string_view silent_references = "bibr|fn|aff|corresp|table-fn|author-notes";

constexpr std::string_view mark = "\uE000"; // stands for a reference until its brackets are gone

bool is_silent_reference(const XmlNode& node) {
    return node.name == "xref" &&
           is_listed(node.attribute("ref-type").value_or(""), silent_references);
}

void add_text(InlineText& text, const XmlNode& node, std::string_view left_out) {
    text.add(node.text);
    for (const XmlNode& child : node.children) {
        if (is_silent_reference(child))
            text.add(mark);
        else if (child.is_text() || !(is_no_jats_text(child) || is_listed(child.name, left_out)))
            add_text(text, child, left_out);
    }
}

// The length of a run of marks with what joins them: "1–3, 5".
std::size_t run_length(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with(mark))
            length = at += mark.size();
        else if (std::string_view(" ,;-()[]").find(text[at]) != std::string_view::npos)
            ++at;
        else if (text.substr(at).starts_with("\u2013"))
            at += 3;
        else
            break;
    }
    return length;
}

void drop_back(std::string& text, std::string_view signs) {
    while (!text.empty() && signs.find(text.back()) != std::string_view::npos)
        text.pop_back();
}

std::string without_marks(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t at = text.find(mark);
        kept += text.substr(0, at);
        if (at == std::string_view::npos)
            break;
        text.remove_prefix(at);
        text.remove_prefix(run_length(text));
        const bool opened = kept.ends_with('[') || kept.ends_with('(');
        if (opened && (text.starts_with(']') || text.starts_with(')'))) {
            kept.pop_back();
            text.remove_prefix(1);
        }
        if (text.empty() || std::string_view(" .,;:)").find(text.front()) != std::string_view::npos)
            drop_back(kept, " ");
    }
    return kept;
}

} // namespace

bool is_no_jats_text(const XmlNode& node) {
    return is_listed(node.name, not_read);
}

std::string jats_text_without(const XmlNode& node, std::string_view left_out) {
    InlineText text;
    add_text(text, node, left_out);
    return collapse_whitespace(without_marks(text.take()));
}

std::string jats_text(const XmlNode& node) {
    return jats_text_without(node, "");
}

} // namespace praxis::corpus
