// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law/cfr.h"

#include "corpus/formats/law/law_text.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

bool is_division(const XmlNode& node) {
    return node.name.size() == 4 && node.name.starts_with("DIV");
}

// What stands behind the dash of "CHAPTER I—ADMINISTRATIVE COMMITTEE".
std::string name_of(const std::string& heading) {
    const std::size_t dash = heading.find("\u2014");
    return dash == std::string::npos ? heading : in_title_case(heading.substr(dash + 3));
}

void add_text(PassageBuilder& passages, const XmlNode& node, int level) {
    for (const XmlNode& child : node.children) {
        if (child.is_text() || is_listed(child.name, "HEAD|FTNT|CFRTOC|TABLE|GPOTABLE|img"))
            continue;
        if (is_division(child)) {
            const XmlNode* head = child.child("HEAD");
            if (head != nullptr)
                passages.heading(std::min(level, 6),
                                 cfr_heading(*head),
                                 section_anchor(child.attribute("N").value_or("")));
            add_text(passages, child, level + 1);
        } else if (is_listed(child.name, "P|FP|HD1|HD2|HD3|LI|CITA|SECAUTH")) {
            passages.paragraph(running_text(child));
        } else if (is_listed(child.name, "AUTH|SOURCE")) {
            passages.paragraph(child_text(child, "HED") + " " + child_text(child, "PSPACE"));
        } else {
            add_text(passages, child, level);
        }
    }
}

} // namespace

std::string cfr_heading(const XmlNode& head) {
    std::string heading = running_text(head);
    return heading.substr(0, heading.find("--Volume"));
}

Record read_cfr_part(const XmlNode& part, const CfrPlace& place) {
    Record record;
    record.line = part.line;
    record.kind_hint = "law";
    const std::string number(part.attribute("N").value_or(""));
    const XmlNode* head = part.child("HEAD");
    const std::string heading = head == nullptr ? std::string() : cfr_heading(*head);
    const std::string citation = fmt::format("{} CFR Part {}", place.title, number);
    record.source_id = number.empty() ? std::string() : citation;
    record.add("title", fmt::format("{}. {}", citation, name_of(heading)), part.line);
    record.add("citation", citation, part.line);
    record.add("date", place.amended.substr(0, place.amended.find('(')), part.line);
    record.add("series", "Code of Federal Regulations", part.line);
    record.add("place", "United States", part.line);
    std::vector<std::string> subject;
    for (const std::string& above : place.above)
        subject.push_back(name_of(above));
    record.add_path("subject", subject, part.line);
    PassageBuilder passages;
    add_text(passages, part, 2);
    record.passages = passages.take();
    return record;
}

} // namespace praxis::corpus
