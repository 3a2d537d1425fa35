// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jats_body.h"

#include "corpus/formats/jats_text.h"
#include "corpus/passage_builder.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

class BodyWalk {
public:
    void read(const XmlNode& node, int level) {
        for (const XmlNode& child : node.children)
            visit(child, level);
    }

    void section(const XmlNode& node, int level, std::string_view heading) {
        if (node.attribute("sec-type").value_or("") == "supplementary-material")
            return;
        if (!heading.empty())
            passages_.heading(std::min(level, 6), heading, node.attribute("id").value_or(""));
        read(node, heading.empty() ? level : level + 1);
    }

    std::vector<schemas::Passage> take() { return passages_.take(); }

private:
    void visit(const XmlNode& node, int level) {
        if (node.is_text() || is_no_jats_text(node) || node.name == "title")
            return;
        if (node.name == "sec" || node.name == "app" || node.name == "boxed-text")
            section(node, level, heading_of(node));
        else if (node.name == "p")
            paragraph(node, level);
        else if (node.name == "fig" || node.name == "table-wrap")
            caption(node);
        else if (has_child_elements(node) && !is_inline(node))
            read(node, level);
        else
            passages_.paragraph(jats_text(node));
    }

    static bool is_inline(const XmlNode& node) {
        return is_listed(node.name, "attrib|term|verse-line|speaker|title|subtitle|def");
    }

    // Lists and figures stand inside of paragraphs as well.
    void paragraph(const XmlNode& node, int level) {
        constexpr std::string_view blocks =
            "list|def-list|fig|fig-group|table-wrap|disp-quote|boxed-text|p|verse-group";
        passages_.paragraph(jats_text_without(node, blocks));
        for (const XmlNode& child : node.children)
            if (is_listed(child.name, blocks))
                visit(child, level);
    }

    void caption(const XmlNode& node) {
        const XmlNode* caption = node.child("caption");
        if (caption == nullptr)
            return;
        std::string text = child_text(node, "label");
        for (const XmlNode& part : caption->children)
            if (!part.is_text())
                text += (text.empty() ? "" : text.ends_with('.') ? " " : ". ") + jats_text(part);
        passages_.paragraph(text);
    }

    static std::string heading_of(const XmlNode& node) {
        const XmlNode* title = node.child("title");
        if (title == nullptr && node.child("caption") != nullptr)
            title = node.child("caption")->child("title");
        return title == nullptr ? std::string() : jats_text(*title);
    }

    PassageBuilder passages_;
};

void read_back(BodyWalk& walk, const XmlNode& back) {
    for (const XmlNode& child : back.children) {
        const std::string title = child_text(child, "title");
        if (child.name == "ack")
            walk.section(child, 2, title.empty() ? "Acknowledgments" : title);
        else if (child.name == "sec" || child.name == "app")
            walk.section(child, 2, title);
        else if (child.name == "app-group")
            walk.read(child, 2);
    }
}

// A review's or letter's answer inside the same file.
void read_sub_articles(BodyWalk& walk, const XmlNode& article) {
    for (const XmlNode& child : article.children) {
        if (child.name != "sub-article" && child.name != "response")
            continue;
        const XmlNode* title = find_below(child, "article-title");
        if (const XmlNode* body = child.child("body"))
            walk.section(*body, 2, title == nullptr ? "Response" : jats_text(*title));
    }
}

} // namespace

std::vector<schemas::Passage> read_jats_body(const XmlNode& article) {
    BodyWalk walk;
    if (const XmlNode* body = article.child("body"))
        walk.read(*body, 2);
    if (const XmlNode* floats = article.child("floats-group"))
        walk.read(*floats, 2);
    if (const XmlNode* back = article.child("back"))
        read_back(walk, *back);
    read_sub_articles(walk, article);
    return walk.take();
}

} // namespace praxis::corpus
