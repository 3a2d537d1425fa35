// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/file_head.h"

#include "base/utf8.h"
#include "corpus/charset.h"

#include <fstream>

namespace praxis::corpus {

namespace {

constexpr std::size_t head_bytes = 16 * 1024;

std::string first_bytes(const std::filesystem::path& file) {
    std::string bytes(head_bytes, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

// The text behind `end`, or nothing if it does not occur.
std::string_view behind(std::string_view text, std::string_view end) {
    const std::size_t at = text.find(end);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

// Skips the XML declaration, comments, instructions and the document type.
std::string_view skip_prolog(std::string_view text) {
    text = trim(text);
    while (text.starts_with("<?") || text.starts_with("<!")) {
        if (text.starts_with("<!--"))
            text = behind(text, "-->");
        else if (text.starts_with("<?"))
            text = behind(text, "?>");
        else if (text.substr(0, text.find('>')).find('[') != std::string_view::npos)
            text = behind(behind(text, "]"), ">");
        else
            text = behind(text, ">");
        text = trim(text);
    }
    return text;
}

// The value of an attribute of a start tag, e.g. of "xmlns:wp"; empty if it has none.
std::string attribute_of(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos;
         at = tag.find(name, at + 1)) {
        std::string_view rest = trim(tag.substr(at + name.size()));
        if (!rest.starts_with('='))
            continue;
        rest = trim(rest.substr(1));
        if (rest.empty() || (rest.front() != '"' && rest.front() != '\''))
            continue;
        return std::string(rest.substr(1, rest.find(rest.front(), 1) - 1));
    }
    return {};
}

} // namespace

FileHead head_of(const SourceFile& source) {
    FileHead head{extension_of(source.path), decode_text(first_bytes(source.file)).text, {}};
    head.root = find_xml_root(head.text);
    return head;
}

std::string extension_of(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string()
                                                     : to_lower_ascii(name.substr(dot + 1));
}

std::optional<XmlRoot> find_xml_root(std::string_view text) {
    text = skip_prolog(text);
    if (!text.starts_with('<'))
        return std::nullopt;
    const std::string_view tag = text.substr(1, text.find('>') - 1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\n/>"));
    if (name.empty())
        return std::nullopt;
    const std::size_t colon = name.find(':');
    const std::string declared =
        colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
    return XmlRoot{std::string(colon == std::string_view::npos ? name : name.substr(colon + 1)),
                   attribute_of(tag, declared),
                   std::string(tag)};
}

} // namespace praxis::corpus
