// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/praxis_xml_reader.h"

#include "base/utf8.h"
#include "schemas/embedded_text.h"
#include "corpus/passage_builder.h"
#include "corpus/phrases.h"
#include "corpus/source_text.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace praxis::corpus {

namespace {

using schemas::XmlGrammar;
using schemas::XmlNode;

constexpr std::string_view name_space = "urn:praxis:publication";

// Elements that are a key of their own and hold their value as text.
constexpr std::string_view plain =
    "title|summary|date|updated|author|topic|keyword|place|audience|series|licence|url|number";

std::string attribute(const XmlNode& node, std::string_view key) {
    return std::string(node.attribute(key).value_or(""));
}

void add(Record& record, KeyValue value) {
    if (!value.value.empty())
        record.values.push_back(std::move(value));
}

// "City of Alder Falls/Fire Department" is a part of a larger body.
void add_organization(Record& record, const XmlNode& node) {
    const std::string name = running_text(node);
    KeyValue value{.key = "organization",
                   .value = name,
                   .line = node.line,
                   .qualifier = attribute(node, "role")};
    if (name.find('/') != std::string::npos)
        for (const std::string_view level : split_at(name, {"/"}))
            value.path.emplace_back(level);
    add(record, std::move(value));
}

void add_relation(Record& record, const XmlNode& node) {
    KeyValue value{.key = "relation",
                   .value = attribute(node, "to"),
                   .line = node.line,
                   .qualifier = attribute(node, "type")};
    if (std::string label = running_text(node); !label.empty())
        value.path.push_back(std::move(label));
    add(record, std::move(value));
}

void add_description(Record& record, const XmlNode& node) {
    for (const XmlNode& child : node.children) {
        if (is_listed(child.name, plain)) {
            record.add(child.name, running_text(child), child.line);
        } else if (child.name == "organization") {
            add_organization(record, child);
        } else if (child.name == "relation") {
            add_relation(record, child);
        } else if (child.name == "period") {
            record.add("period.begin", attribute(child, "begin"), child.line);
            record.add("period.end", attribute(child, "end"), child.line);
        } else if (child.name == "property") {
            record.add(attribute(child, "name"), running_text(child), child.line);
        }
    }
}

void add_text(PassageBuilder& passages, const XmlNode& node, int level) {
    for (const XmlNode& child : node.children) {
        if (child.name == "p" || child.name == "quote")
            passages.paragraph(running_text(child));
        else if (child.name == "list")
            for (const XmlNode* item : child.children_named("item"))
                passages.paragraph(running_text(*item));
        if (child.name != "section")
            continue;
        const std::string heading = attribute(child, "heading");
        passages.heading(std::min(level, 6), heading, attribute(child, "anchor"));
        if (const std::string place = attribute(child, "place"); !place.empty())
            passages.place(place);
        add_text(passages, child, heading.empty() ? level : level + 1);
    }
}

Record record_of(const XmlNode& node) {
    Record record;
    record.line = node.line;
    record.source_id = attribute(node, "id");
    record.add("kind", attribute(node, "kind"), node.line);
    record.add("language", attribute(node, "language"), node.line);
    record.add("lens", attribute(node, "lens"), node.line);
    add_description(record, node);
    PassageBuilder passages;
    add_text(passages, node, 2);
    record.passages = passages.take();
    return record;
}

Record item_of(const XmlNode& node, const Record& issue) {
    Record item = record_of(node);
    item.kind_hint = "newsletter-item";
    item.anchor = attribute(node, "anchor");
    item.parent_anchor = issue.anchor;
    if (item.source_id.empty() && !issue.source_id.empty())
        item.source_id = issue.source_id + "#" + item.anchor;
    return item;
}

// What the grammar cannot say: the items' names differ.
bool is_new(const XmlNode& item, std::set<std::string>& anchors) {
    return anchors.insert(attribute(item, "anchor")).second;
}

class PraxisXmlReader : public Reader {
public:
    explicit PraxisXmlReader(XmlGrammar grammar) : grammar_(std::move(grammar)) {}

    std::string_view format() const override { return "praxis-xml"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto bytes = read_source_bytes(source, sink);
        if (!bytes)
            return;
        const auto root = read_source_xml(*bytes, source, sink);
        if (!root)
            return;
        const std::vector<Error> violations = grammar_.validate(*bytes, source.path);
        for (const Error& violation : violations)
            remark(sink, Severity::Error, source, violation);
        if (!violations.empty())
            return;
        if (root->name == "newsletter-issue")
            read_issue(*root, source, sink);
        else
            sink.record(record_of(*root));
    }

private:
    static void read_issue(const XmlNode& root, const SourceFile& source, const Sink& sink) {
        Record issue = record_of(root);
        issue.kind_hint = "newsletter-issue";
        issue.is_container = true;
        sink.record(issue);
        std::set<std::string> anchors;
        for (const XmlNode* item : root.children_named("item")) {
            if (is_new(*item, anchors))
                sink.record(item_of(*item, issue));
            else
                remark(sink,
                       Severity::Error,
                       source,
                       item->line,
                       fmt::format("a second item has the anchor \"{}\"; give each its own",
                                   attribute(*item, "anchor")));
        }
    }

    XmlGrammar grammar_;
};

} // namespace

std::unique_ptr<Reader> make_praxis_xml_reader() {
    auto grammar = XmlGrammar::parse(schemas::embedded_text("publication.rng"), "publication.rng");
    if (!grammar)
        throw Error(ErrorKind::Internal, grammar.error().message(), grammar.error().position());
    return std::make_unique<PraxisXmlReader>(std::move(*grammar));
}

bool is_praxis_xml(const FileHead& head) {
    return head.root && head.root->name_space == name_space;
}

} // namespace praxis::corpus
