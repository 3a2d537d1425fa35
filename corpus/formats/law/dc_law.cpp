// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law/dc_law.h"

#include "corpus/formats/law/law_text.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

std::string typed_child(const XmlNode& node, std::string_view name, std::string_view type) {
    for (const XmlNode* child : node.children_named(name))
        if (child->attribute("type").value_or("") == type)
            return running_text(*child);
    return {};
}

// Year 1 stands where nobody knew the date.
void add_date(Record& record, std::string_view key, const std::string& date, int line) {
    if (!date.starts_with("0001"))
        record.add(key, date, line);
}

// "Health, Committee of the Whole" → both; "Business, Consumer, and Regulatory Affairs" is one. A
// bill that the Council retained has none.
std::vector<std::string> committees_of(const std::string& text) {
    if (text == "Council" || text.starts_with("Retained"))
        return {};
    std::vector<std::string_view> names = split_at(text, {","});
    const bool is_one = std::any_of(
        names.begin(), names.end(), [](std::string_view name) { return name.starts_with("and "); });
    if (is_one)
        names = {text};
    std::vector<std::string> committees;
    committees.reserve(names.size());
    for (const std::string_view name : names)
        committees.push_back(name.starts_with("Committee") ? std::string(name)
                                                           : fmt::format("Committee on {}", name));
    return committees;
}

void add_history(Record& record, const XmlNode& meta) {
    const XmlNode* history = meta.child("history");
    if (history == nullptr)
        return;
    add_date(record, "enacted", child_text(*history, "enacted"), history->line);
    record.add("description", child_text(*history, "summary"), history->line);
    record.add("link", history->attribute("url").value_or(""), history->line);
    for (const XmlNode* committees : history->children_named("committee"))
        for (const std::string& committee : committees_of(running_text(*committees)))
            record.add("committee", committee, committees->line);
}

void add_meta(Record& record, const XmlNode& document) {
    const XmlNode* meta = document.child("meta");
    if (meta == nullptr)
        return;
    add_date(record, "effective", child_text(*meta, "effective"), meta->line);
    add_history(record, *meta);
    add_date(record, "introduced", child_text(*meta, "introduced"), meta->line);
    if (const XmlNode* citations = meta->child("citations"))
        for (const XmlNode* citation : citations->children_named("citation"))
            record.add("citation", running_text(*citation), citation->line);
    for (const std::string_view state : {"temporary", "emergency"})
        if (meta->child(state) != nullptr)
            record.add("legislation", fmt::format("{} legislation", state), meta->line);
}

// Only the District's own documents say by their names whose they are.
void add_origin(Record& record, std::string_view document) {
    if (!document.starts_with("D.C."))
        return;
    record.values.push_back({.key = "organization",
                             .value = "Council of the District of Columbia",
                             .line = record.line,
                             .qualifier = "author"});
    record.add("place", "District of Columbia", record.line);
}

void add_annotations(PassageBuilder& passages, const XmlNode& section) {
    const XmlNode* annotations = section.child("annotations");
    if (annotations == nullptr)
        return;
    std::vector<std::string> types;
    const auto type_of = [](const XmlNode& note) {
        return std::string(note.attribute("type").value_or("Notes"));
    };
    for (const XmlNode* note : annotations->children_named("annotation"))
        if (std::find(types.begin(), types.end(), type_of(*note)) == types.end())
            types.push_back(type_of(*note));
    for (const std::string& type : types) {
        passages.heading(2, type);
        for (const XmlNode* note : annotations->children_named("annotation"))
            if (type_of(*note) == type)
                passages.paragraph(running_text(*note));
    }
}

// The date of the act that a section's history names last: "Feb. 13, 2002, D.C. Law 14-63, § 2".
std::string last_change(const XmlNode& section) {
    const XmlNode* annotations = section.child("annotations");
    if (annotations == nullptr)
        return {};
    std::string date;
    for (const XmlNode* note : annotations->children_named("annotation")) {
        if (note->attribute("type").value_or("") != "History")
            continue;
        const std::string text = running_text(*note);
        const auto parts = split_at(text, {","});
        if (parts.size() < 2 || parts[1].size() != 4)
            continue;
        const auto words = words_of(parts[0]); // "as added Feb. 13"
        if (words.size() >= 2)
            date = fmt::format("{} {}, {}", words[words.size() - 2], words.back(), parts[1]);
    }
    return date;
}

std::string heading_of(const XmlNode& container) {
    const std::string prefix = child_text(container, "prefix");
    return numbered_heading(prefix.empty() ? "" : prefix + " ",
                            child_text(container, "num"),
                            child_text(container, "heading"));
}

void add_contents(PassageBuilder& passages, const XmlNode& container, int level) {
    std::string sections;
    for (const XmlNode* include : container.children_named("include")) {
        std::string file(include->attribute("href").value_or(""));
        file = file.substr(file.rfind('/') + 1);
        if (file != "index.xml")
            sections +=
                (sections.empty() ? "\u00A7 " : ", \u00A7 ") + file.substr(0, file.rfind(".xml"));
    }
    passages.paragraph(sections);
    for (const XmlNode& child : container.children) {
        if (child.name == "subheading" || child.name == "text")
            passages.paragraph(running_text(child));
        if (child.name != "container" && child.name != "collection")
            continue;
        passages.heading(std::min(level, 6), heading_of(child));
        add_contents(passages, child, level + 1);
    }
}

} // namespace

Record read_dc_law(const XmlNode& document) {
    Record record;
    record.line = document.line;
    record.kind_hint = "law";
    record.source_id = document.attribute("id").value_or("");
    const std::string long_title = typed_child(document, "heading", "long");
    std::string title = typed_child(document, "heading", "short");
    if (title.empty())
        title = child_text(document, "heading");
    record.add("title", title.empty() ? long_title : title, document.line);
    if (title != long_title)
        record.add("abstract", long_title, document.line);
    record.add("citation", record.source_id, document.line);
    add_meta(record, document);
    add_origin(record, record.source_id);
    PassageBuilder passages;
    add_law_text(passages, document, "Sec. ");
    record.passages = passages.take();
    return record;
}

Record read_code_section(const XmlNode& section, const std::vector<std::string>& path) {
    Record record;
    record.line = section.line;
    record.kind_hint = "law";
    const std::string code(section.attribute("containing-doc").value_or(""));
    const std::string number = child_text(section, "num");
    std::string heading = child_text(section, "heading");
    if (const std::string reason = child_text(section, "reason");
        heading.empty() && !reason.empty())
        heading = fmt::format("[{}]", reason);
    record.add("title", numbered_heading("\u00A7 ", number, heading), section.line);
    if (!code.empty()) {
        record.add("citation", fmt::format("{} \u00A7 {}", code, number), section.line);
        record.add("series", code, section.line);
    }
    record.add_path("subject", path, section.line);
    record.add("date", last_change(section), section.line);
    add_origin(record, code);
    PassageBuilder passages;
    add_law_text(passages, section);
    add_annotations(passages, section);
    record.passages = passages.take();
    return record;
}

Record read_code_contents(const XmlNode& container) {
    Record record;
    record.line = container.line;
    record.kind_hint = "law";
    const std::string code(container.attribute("containing-doc").value_or(""));
    const std::string heading = heading_of(container);
    record.add(
        "title", code.empty() ? heading : fmt::format("{}, {}", code, heading), container.line);
    record.add("series", code, container.line);
    add_origin(record, code.empty() ? container.attribute("id").value_or("") : code);
    PassageBuilder passages;
    add_contents(passages, container, 2);
    record.passages = passages.take();
    return record;
}

} // namespace praxis::corpus
