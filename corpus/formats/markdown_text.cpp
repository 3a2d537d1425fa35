// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/markdown_text.h"

#include "base/utf8.h"
#include "corpus/formats/markdown_html.h"
#include "corpus/html_text.h"
#include "corpus/passage_builder.h"
#include "corpus/phrases.h"
#include "corpus/template_tags.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <string>

namespace praxis::corpus {

namespace {

constexpr int deepest = 2; // Markdown inside what looks like code

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

// The tree may need 200 times its text's memory, so a text of unusual length is read in pieces,
// cut between paragraphs where that is possible.
std::string_view next_piece(std::string_view text) {
    constexpr std::size_t longest = 1024 * 1024;
    if (text.size() <= longest)
        return text;
    const std::string_view head = text.substr(0, longest);
    for (const std::string_view border : {"\n\n", "\n"})
        if (const std::size_t at = head.rfind(border); at != std::string_view::npos && at > 0)
            return text.substr(0, at + border.size());
    return first_code_points(head, count_code_points(head) - 1);
}

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

// Cuts "{#id}" out of a heading; the id.
std::string take_id(std::string& heading) {
    const std::size_t begin = heading.find("{#");
    const std::size_t end = heading.find('}', begin == std::string::npos ? 0 : begin);
    if (begin == std::string::npos || end == std::string::npos)
        return {};
    std::string id = heading.substr(begin + 2, end - begin - 2);
    if (id.find_first_of(" \t{") != std::string::npos)
        return {};
    heading.replace(begin, end + 1 - begin, " ");
    return id;
}

// Whether a line of text has signs of Markdown left in it.
bool has_signs(std::string_view text) {
    return text.find("](") != std::string_view::npos || text.find("**") != std::string_view::npos;
}

// Takes the nodes of the tree in the order of the text.
class PassageWalk {
public:
    explicit PassageWalk(int depth) : depth_(depth) {}

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
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_IMAGE)
            text_ += ' ';
        else if (type == CMARK_NODE_LINEBREAK)
            text_ += '\n';
        else if (type == CMARK_NODE_HTML_INLINE)
            inline_html(literal_of(node));
        else if (type == CMARK_NODE_CODE_BLOCK)
            code_block(node, literal_of(node));
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
        auto read = read_html(with_image_texts(html), HtmlExtent::Fragment);
        if (!read)
            return passages_.paragraph(html_to_plain_text(html));
        for (schemas::Passage& passage : read->passages)
            if (has_signs(passage.text))
                passage.text = without_signs(passage.text);
        passages_.passages(std::move(read->passages));
    }

    static std::string without_signs(std::string_view text) {
        std::string plain;
        for (const std::string_view line : split_at(text, {"\n"}))
            plain += (plain.empty() ? "" : "\n") + markdown_to_plain_text(line);
        return plain;
    }

    // Indented prose behind a list or HTML was meant as a part of it, and indented HTML as HTML:
    // authors count blanks otherwise than the grammar.
    void code_block(cmark_node* node, std::string_view text) {
        int length = 0;
        int offset = 0;
        char sign = 0;
        cmark_node* before = cmark_node_previous(node);
        const auto kind = before == nullptr ? CMARK_NODE_NONE : cmark_node_get_type(before);
        const bool indented = cmark_node_get_fenced(node, &length, &offset, &sign) == 0;
        const bool in_html = kind == CMARK_NODE_HTML_BLOCK || kind == CMARK_NODE_LIST;
        const bool goes_on = begins_text_html(trim(text), in_html) ||
                             (in_html && !looks_like_code(text)) ||
                             (before != nullptr && before == continued_);
        if (!indented || !goes_on || depth_ >= deepest)
            return passages_.lines(text);
        continued_ = node;
        passages_.passages(PassageWalk(depth_ + 1).walk(parse(without_indents(text)).get()));
    }

    PassageBuilder passages_;
    std::string text_; // of the paragraph, heading or cell that is open
    std::string row_;
    bool hidden_ = false; // inside <script> or <style>
    int depth_;
    cmark_node* continued_ = nullptr; // the last code block that was none
};

} // namespace

std::vector<schemas::Passage> read_markdown(std::string_view markdown) {
    const std::string plain = with_open_groups(replace_template_tags(markdown));
    PassageBuilder passages;
    for (std::string_view rest = plain; !rest.empty();) {
        const std::string_view piece = next_piece(rest);
        passages.passages(PassageWalk(0).walk(parse(piece).get()));
        rest.remove_prefix(piece.size());
    }
    return passages.take();
}

std::string markdown_to_plain_text(std::string_view text) {
    if (!has_signs(text))
        return std::string(text);
    std::string plain;
    for (const schemas::Passage& passage : PassageWalk(deepest).walk(parse(text).get())) {
        for (const std::string_view part : {passage.heading, passage.text})
            if (!part.empty())
                plain += (plain.empty() ? "" : " ") + std::string(part);
    }
    return plain;
}

} // namespace praxis::corpus
