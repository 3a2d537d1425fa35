// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law/federal_register.h"

#include "base/utf8.h"
#include "corpus/formats/law/law_text.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

constexpr std::string_view not_read =
    "FTNT|FTREF|SU|PRTPAGE|FRDOC|BILCOD|GPOTABLE|GPH|MATH|SIG|GID|STARS|AGENCY|SUBAGY|CFR|RIN|"
    "DEPDOC|AGY|ACT|SUM|LSTSUB";

// The printers' elements stand on lines of their own; no blank belongs before punctuation.
std::string tidy(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        if (std::string_view(".,;:)").find(c) != std::string_view::npos)
            while (!kept.empty() && kept.back() == ' ')
                kept.pop_back();
        kept += c;
    }
    return kept;
}

std::string text_of(const XmlNode& node) {
    return tidy(running_text(node, [](const XmlNode& child) {
        return is_listed(child.name, "SU|FTREF|FTNT|PRTPAGE|GID");
    }));
}

// The text of an element without the heading inside of it ("SUMMARY:").
std::string body_of(const XmlNode* node) {
    if (node == nullptr)
        return {};
    std::string text;
    for (const XmlNode* paragraph : node->children_named("P"))
        text += (text.empty() ? "" : " ") + text_of(*paragraph);
    return text;
}

std::string without_end(std::string text, std::string_view end) {
    while (!text.empty() && end.find(text.back()) != std::string_view::npos)
        text.pop_back();
    return text;
}

void add_agency(Record& record, const XmlNode& preamble) {
    const std::string agency = in_title_case(child_text(preamble, "AGENCY"));
    const std::string part = in_title_case(child_text(preamble, "SUBAGY"));
    std::vector<std::string> levels;
    for (const std::string& level : {agency, part})
        if (!level.empty())
            levels.push_back(level);
    if (levels.empty())
        return;
    record.add_path("organization", levels, preamble.line);
    record.values.back().qualifier = "author";
}

// "[FR Doc. 2024–02801 Filed 2–9–24; 8:45 am]" → "2024-02801"
std::string document_number(const XmlNode& document) {
    const XmlNode* found = find_below(document, "FRDOC");
    if (found == nullptr)
        return {};
    std::string text = running_text(*found);
    for (std::size_t dash = text.find("\u2013"); dash != std::string::npos;
         dash = text.find("\u2013"))
        text.replace(dash, 3, "-");
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_first_not_of("0123456789-", begin) - begin);
}

// "List of Subjects in 33 CFR Part 165": the paragraph below it has them, separated by commas.
void add_subjects(Record& record, const XmlNode& document) {
    const XmlNode* list = find_below(document, "LSTSUB");
    if (list == nullptr)
        return;
    for (const XmlNode* paragraph : list->children_named("P")) {
        const std::string subjects = without_end(text_of(*paragraph), ".");
        for (const std::string_view subject : split_at(subjects, {",", ";"}))
            record.add("subject", subject, paragraph->line);
    }
}

std::string title_of(const XmlNode& document, const XmlNode& preamble) {
    const XmlNode* title = preamble.child("SUBJECT");
    if (title == nullptr)
        title = find_below(document, "SUBJECT");
    if (title == nullptr)
        title = find_below(document, "HD");
    return title == nullptr ? std::string() : in_title_case(text_of(*title));
}

int level_of(const XmlNode& heading) {
    const auto source = heading.attribute("SOURCE").value_or("");
    if (source.size() == 3 && source.starts_with("HD") && source[2] >= '1' && source[2] <= '4')
        return source[2] - '0' + 1;
    return 2;
}

void add_text(PassageBuilder& passages, const XmlNode& node) {
    for (const XmlNode& child : node.children) {
        if (child.is_text() || is_listed(child.name, not_read))
            continue;
        if (child.name == "HD")
            passages.heading(level_of(child), without_end(text_of(child), ":"));
        else if (child.name == "SECTNO")
            passages.heading(4,
                             text_of(child) + " " + child_text(node, "SUBJECT"),
                             section_anchor(text_of(child)));
        else if (is_listed(child.name, "P|FP|LI|AMDPAR|AUTHP|DATED|TTITLE"))
            passages.paragraph(text_of(child));
        else if (child.name != "SUBJECT")
            add_text(passages, child);
    }
}

} // namespace

std::string register_document_type(std::string_view element) {
    if (element == "RULE")
        return "Rule";
    if (element == "PRORULE")
        return "Proposed rule";
    if (element == "NOTICE")
        return "Notice";
    return is_listed(element, "PRESDOCU|PRESDOC|EXECORD|PROCLA|DETERM") ? "Presidential document"
                                                                        : std::string();
}

Record read_register_document(const XmlNode& document, const RegisterDay& day) {
    const XmlNode* preamble = find_below(document, "PREAMB");
    const XmlNode& head = preamble == nullptr ? document : *preamble;
    Record record;
    record.line = document.line;
    record.kind_hint = "law";
    record.source_id = document_number(document);
    record.add("title", title_of(document, head), document.line);
    add_agency(record, head);
    record.add("date", day.date, document.line);
    record.add("law.type", register_document_type(document.name), document.line);
    record.add("abstract", body_of(head.child("SUM")), document.line);
    record.add("action", without_end(body_of(head.child("ACT")), "."), document.line);
    add_subjects(record, document);
    record.add("citation", child_text(head, "CFR"), document.line);
    record.add("rin", child_text(head, "RIN"), document.line);
    record.add("docket", child_text(head, "DEPDOC"), document.line);
    record.add("series", "Federal Register", document.line);
    record.add("volume", day.volume, document.line);
    record.add("issue", day.number, document.line);
    record.add("place", "United States", document.line);
    PassageBuilder passages;
    add_text(passages, document);
    record.passages = passages.take();
    return record;
}

} // namespace praxis::corpus
