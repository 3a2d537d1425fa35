// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html_tree.h"

#include "base/utf8.h"
#include "corpus/html_limits.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>

// libxml2 mends the tag soup and calls us back for each start, end and run of text; its own tree
// is never made. That costs half the memory, has no limit of depth below which text is lost, and
// lets us stop it: an end tag without a start makes it look through all open elements, so each
// complaint is charged with their number and a page with too many of them ends.

namespace praxis::corpus {

namespace {

constexpr int max_depth = 20'000;
constexpr std::uint64_t max_work = 100'000'000;
constexpr int option_huge = 1 << 19; // texts and names without a limit of their own

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Builder {
    htmlParserCtxtPtr parser = nullptr;
    HtmlTree tree;
    NodeIndex open = 0;
    int depth = 0;
    std::uint64_t work = 0;
    const char* refusal = nullptr;

    Builder() {
        tree.nodes.emplace_back();
        tree.nodes[0].tag = "#document";
    }

    void refuse(const char* reason) {
        refusal = reason;
        xmlStopParser(parser);
    }

    NodeIndex append() {
        const auto index = static_cast<NodeIndex>(tree.nodes.size());
        HtmlNode& node = tree.nodes.emplace_back();
        node.parent = open;
        node.end = index + 1;
        node.line = parser->input == nullptr ? 0 : parser->input->line;
        return index;
    }

    void start(std::string_view name, const xmlChar** attributes) {
        if (refusal != nullptr)
            return;
        if (++depth > max_depth)
            return refuse("its elements are nested more than 20,000 deep");
        const NodeIndex index = append();
        HtmlNode& node = tree.nodes[index];
        node.tag = name;
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
            node.attributes.emplace_back(view(attributes[0]), view(attributes[1]));
        open = index;
    }

    void end() {
        if (open == 0)
            return;
        --depth;
        tree.nodes[open].end = static_cast<NodeIndex>(tree.nodes.size());
        open = tree.nodes[open].parent;
    }

    void text(std::string_view run) {
        HtmlNode& last = tree.nodes.back();
        const bool goes_on = last.is_text() && last.parent == open;
        HtmlNode& node = goes_on ? last : tree.nodes[append()];
        node.text += run;
    }

    void complaint() {
        work += 1 + static_cast<std::uint64_t>(std::max(parser->nameNr, 0));
        if (work > max_work && refusal == nullptr)
            refuse("its tags are too tangled to be read in reasonable time");
    }

    void close_all() {
        while (open != 0)
            end();
        tree.nodes[0].end = static_cast<NodeIndex>(tree.nodes.size());
    }
};

Builder& builder_of(void* user) {
    return *static_cast<Builder*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    builder_of(user).start(view(name), attributes);
}

void on_end(void* user, const xmlChar*) {
    builder_of(user).end();
}

void on_text(void* user, const xmlChar* text, int length) {
    builder_of(user).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void on_complaint(void* user, xmlErrorPtr) {
    builder_of(user).complaint();
}

xmlSAXHandler handlers() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElement = on_start;
    sax.endElement = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    sax.serror = on_complaint;
    return sax;
}

struct FreeParser {
    void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

bool has_no_readable_text(std::string_view tag) {
    return tag == "script" || tag == "style" || tag == "template";
}

} // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes)
        if (key == name)
            return value;
    return {};
}

bool HtmlNode::has_attribute(std::string_view name) const {
    return std::any_of(attributes.begin(), attributes.end(), [&](const auto& attribute) {
        return attribute.first == name;
    });
}

Result<HtmlTree> parse_html(std::string_view html) {
    if (auto excess = html_excess(html))
        return failure(ErrorKind::InvalidInput, "cannot read the HTML: " + *excess);
    Builder builder;
    builder.close_all();
    if (trim(html).empty())
        return std::move(builder.tree);
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
        htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
    if (!parser)
        throw Error(ErrorKind::Internal, "no memory for the HTML parser");
    *parser->sax = handlers();
    parser->userData = &builder;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    parser->options |= option_huge;
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    builder.parser = parser.get();
    htmlParseDocument(parser.get());
    builder.close_all();
    if (builder.refusal != nullptr)
        return failure(ErrorKind::InvalidInput,
                       std::string("cannot read the HTML: ") + builder.refusal);
    return std::move(builder.tree);
}

std::string text_below(const HtmlTree& tree, NodeIndex node) {
    std::string text;
    for (NodeIndex at = node; at < tree.nodes[node].end;) {
        const HtmlNode& here = tree.nodes[at];
        if (has_no_readable_text(here.tag)) {
            at = here.end;
            continue;
        }
        text += here.text;
        if (here.tag == "br")
            text += ' ';
        ++at;
    }
    return collapse_whitespace(text);
}

} // namespace praxis::corpus
