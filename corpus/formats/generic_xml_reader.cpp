// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/generic_xml_reader.h"

#include "base/utf8.h"
#include "corpus/formats/format_table.h"
#include "corpus/passage_builder.h"
#include "corpus/phrases.h"
#include "corpus/source_text.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

// What an element says of its parent, by the vocabularies that most formats borrow from.
constexpr std::string_view known_keys =
    "title|name|headline|date|published|issued|created|modified|updated|creator|author|publisher|"
    "subject|keyword|description|abstract|summary|language|rights|license|licence|"
    "type|spatial|temporal|coverage";

// "dcterms:title", "dcat:keyword" → "title", "keyword"
std::string without_prefix(std::string_view name) {
    return to_lower_ascii(name.substr(name.find_last_of(":#/") + 1));
}

// The key that an element gives a value for, or empty: <dc:title>, <x property="dcterms:title">.
std::string key_of(const XmlNode& node) {
    for (const std::string_view attribute : {"property", "name"})
        if (const auto value = node.attribute(attribute))
            if (std::string key = without_prefix(*value); is_listed(key, known_keys))
                return key;
    const std::string key = to_lower_ascii(node.name);
    return is_listed(key, known_keys) && !has_child_elements(node) ? key : std::string();
}

bool has_title(const XmlNode& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& child) {
        return !child.is_text() && key_of(child) == "title" && !running_text(child).empty();
    });
}

// The text of each innermost element is a line.
void add_lines(PassageBuilder& passages, const XmlNode& node) {
    bool is_mixed = false;
    for (const XmlNode& child : node.children)
        is_mixed = is_mixed || (child.is_text() && !trim(child.text).empty());
    if (is_mixed)
        return passages.paragraph(running_text(node));
    for (const XmlNode& child : node.children)
        if (!child.is_text() && key_of(child) != "title")
            add_lines(passages, child);
}

Record record_of(const XmlNode& node) {
    Record record;
    record.line = node.line;
    for (const XmlNode& child : node.children)
        if (!child.is_text())
            if (const std::string key = key_of(child); !key.empty())
                record.add(key, running_text(child), child.line);
    record.add("language", node.attribute("xml:lang").value_or(""), node.line);
    PassageBuilder passages;
    add_lines(passages, node);
    record.passages = passages.take();
    return record;
}

class GenericXmlReader : public Reader {
public:
    std::string_view format() const override { return "xml"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto bytes = read_source_bytes(source, sink);
        if (!bytes)
            return;
        const auto root = read_source_xml(*bytes, source, sink);
        if (!root)
            return;
        if (has_title(*root))
            return sink.record(record_of(*root));
        if (read_members(*root, sink) == 0)
            remark(sink,
                   Severity::Error,
                   source,
                   root->line,
                   fmt::format("XML of an unknown kind: the root element is <{}>{}, and nothing in "
                               "it is called a title",
                               root->name,
                               root->name_space.empty() ? "" : " of " + root->name_space));
    }

private:
    static int read_members(const XmlNode& root, const Sink& sink) {
        int number = 0;
        for (const XmlNode& child : root.children) {
            if (child.is_text() || !has_title(child))
                continue;
            Record record = record_of(child);
            const auto id = child.attribute("id").value_or("");
            record.anchor = id.empty() ? fmt::format("{}-{}", child.name, number + 1)
                                       : fmt::format("{}-{}", child.name, id);
            sink.record(std::move(record));
            ++number;
        }
        return number;
    }
};

} // namespace

std::unique_ptr<Reader> make_generic_xml_reader() {
    return std::make_unique<GenericXmlReader>();
}

bool is_generic_xml(const FileHead& head) {
    return head.root && !is_no_publication(*head.root);
}

} // namespace praxis::corpus
