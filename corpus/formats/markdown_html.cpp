// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/markdown_html.h"

#include "base/utf8.h"
#include "corpus/phrases.h"
#include "corpus/tag_arguments.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

// The name of the tag that a text begins with: "div" of <div class="wide"> and of </div>.
std::string tag_at(std::string_view text) {
    if (!text.starts_with('<'))
        return {};
    text.remove_prefix(text.starts_with("</") ? 2 : 1);
    return to_lower_ascii(text.substr(0, text.find_first_of(" >\n")));
}

// Whether a line is one tag of a block that only groups (<div class="wide">), or a whole heading.
bool ends_html(std::string_view line) {
    const std::string tag = tag_at(line);
    if (is_listed(tag, "h1|h2|h3|h4|h5|h6"))
        return to_lower_ascii(line).ends_with("</" + tag + ">");
    return line.find('>') == line.size() - 1 &&
           is_listed(tag, "div|section|article|aside|main|figure|details|center");
}

// Whether a line could be Markdown: neither HTML nor so far in that it would be code.
bool may_be_markdown(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    return indent < 4 && line[indent] != '<' && line[indent] != '\t';
}

} // namespace

std::string with_open_groups(std::string_view text) {
    std::string opened;
    opened.reserve(text.size() + text.size() / 16);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        opened.append(line);
        const bool opens =
            ends_html(trim(line)) && may_be_markdown(text.substr(0, text.find('\n')));
        opened += opens ? "\n\n" : "\n";
    }
    return opened;
}

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

bool looks_like_code(std::string_view text) {
    for (const std::string_view sign : {";\n", "{\n", "()", " = ", "==", "</", "$ ", "//  "})
        if (text.find(sign) != std::string_view::npos)
            return true;
    return text.starts_with('#') || text.starts_with('$');
}

bool begins_text_html(std::string_view text, bool in_html) {
    const std::string tag = tag_at(text);
    return is_listed(tag, "p|li|ul|ol|dl|dt|dd|table|tr|td|th|h2|h3|h4|h5|figcaption|blockquote") ||
           (in_html && is_listed(tag, "div|figure|img|a|strong|b|em|i|span|br|section"));
}

std::string without_indents(std::string_view text) {
    std::string flat;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        flat.append(trim(text.substr(0, end))).push_back('\n');
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return flat;
}

} // namespace praxis::corpus
