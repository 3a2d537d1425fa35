// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/markdown_text.h"

#include "base/utf8.h"
#include "corpus/html_text.h"
#include "corpus/passage_builder.h"
#include "corpus/tag_arguments.h"
#include "corpus/template_tags.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <string>

namespace praxis::corpus {

namespace {

struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parse(std::string_view markdown) {
    static const bool registered = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return true;
    }();
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES));
    if (registered)
        for (const char* extension : {"table", "strikethrough", "autolink", "tasklist"})
            cmark_parser_attach_syntax_extension(parser.get(),
                                                 cmark_find_syntax_extension(extension));
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    return Tree(cmark_parser_finish(parser.get()));
}

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

// Cuts "{#id}" off the end of a heading; the id.
std::string take_id(std::string& heading) {
    const std::string_view text = trim(heading);
    const std::size_t begin = text.rfind("{#");
    if (begin == std::string_view::npos || !text.ends_with('}'))
        return {};
    std::string id(trim(text.substr(begin + 2, text.size() - begin - 3)));
    if (id.find_first_of(" \t{}") != std::string::npos)
        return {};
    heading = text.substr(0, begin);
    return id;
}

// HTML with the description of each image in the image's place.
std::string with_image_texts(std::string_view html) {
    std::string text;
    for (std::size_t image = html.find("<img"); image != std::string_view::npos;
         image = html.find("<img")) {
        const std::size_t end = std::min(html.find('>', image), html.size() - 1);
        text += html.substr(0, image);
        const TemplateTag tag = parse_tag(html.substr(image + 1, end - image - 1));
        for (const TagArgument& argument : tag.arguments)
            if (argument.name == "alt")
                text += " " + argument.value + " ";
        html.remove_prefix(end + 1);
    }
    return text.append(html);
}

// Takes the nodes of the tree in the order of the text.
class PassageWalk {
public:
    std::vector<schemas::Passage> walk(cmark_node* root) {
        const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            if (event == CMARK_EVENT_ENTER)
                enter(node, cmark_node_get_type(node));
            else
                leave(node, cmark_node_get_type(node));
        }
        return passages_.take();
    }

private:
    void enter(cmark_node* node, cmark_node_type type) {
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            text_ += hidden_ ? std::string_view() : literal_of(node);
        else if (type == CMARK_NODE_SOFTBREAK)
            text_ += ' ';
        else if (type == CMARK_NODE_LINEBREAK)
            text_ += '\n';
        else if (type == CMARK_NODE_IMAGE)
            text_ += ' ';
        else if (type == CMARK_NODE_HTML_INLINE)
            inline_html(literal_of(node));
        else if (type == CMARK_NODE_CODE_BLOCK)
            passages_.lines(literal_of(node));
        else if (type == CMARK_NODE_HTML_BLOCK)
            html_block(literal_of(node));
    }

    void leave(cmark_node* node, cmark_node_type type) {
        if (type == CMARK_NODE_IMAGE)
            text_ += ' ';
        else if (type == CMARK_NODE_PARAGRAPH)
            paragraphs(take_text());
        else if (type == CMARK_NODE_HEADING)
            heading(cmark_node_get_heading_level(node), take_text());
        else
            leave_table_part(cmark_node_get_type_string(node));
    }

    // The extension's node types have names only: "table_header" is the first row.
    void leave_table_part(std::string_view type) {
        if (type == "table_cell")
            cell(collapse_whitespace(take_text()));
        else if (type == "table_row" || type == "table_header")
            passages_.paragraph(std::exchange(row_, {}));
    }

    std::string take_text() {
        hidden_ = false;
        return std::exchange(text_, {});
    }

    void paragraphs(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            passages_.paragraph(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void heading(int level, std::string text) {
        const std::string id = take_id(text);
        passages_.heading(level, text, id);
    }

    void cell(std::string_view text) {
        if (!text.empty())
            row_ += (row_.empty() ? "" : " | ") + std::string(text);
    }

    // A tag inside a paragraph: a line end, an image's description, or nothing.
    void inline_html(std::string_view tag) {
        const std::string lower = to_lower_ascii(tag.substr(0, 8));
        if (lower.starts_with("<br"))
            text_ += '\n';
        else if (lower.starts_with("<img"))
            text_ += " " + html_to_plain_text(with_image_texts(tag)) + " ";
        else if (lower.starts_with("<script") || lower.starts_with("<style"))
            hidden_ = true;
        else if (lower.starts_with("</script") || lower.starts_with("</style"))
            hidden_ = false;
    }

    void html_block(std::string_view html) {
        if (html.starts_with("<!--"))
            return;
        auto read = read_html(with_image_texts(html), HtmlExtent::Fragment);
        if (read)
            passages_.passages(std::move(read->passages));
        else
            passages_.paragraph(html_to_plain_text(html));
    }

    PassageBuilder passages_;
    std::string text_; // of the paragraph, heading or cell that is open
    std::string row_;
    bool hidden_ = false; // inside <script> or <style>
};

} // namespace

std::vector<schemas::Passage> read_markdown(std::string_view markdown) {
    const std::string plain = replace_template_tags(markdown);
    const Tree tree = parse(plain);
    return PassageWalk().walk(tree.get());
}

} // namespace praxis::corpus
