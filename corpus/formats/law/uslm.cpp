// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law/uslm.h"

#include "base/utf8.h"
#include "corpus/formats/law/law_text.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

// All elements of one of the names, in document order.
void collect(const XmlNode& node, std::string_view names, std::vector<const XmlNode*>& found) {
    for (const XmlNode& child : node.children) {
        if (is_listed(child.name, names))
            found.push_back(&child);
        collect(child, names, found);
    }
}

std::vector<const XmlNode*> all_below(const XmlNode& node, std::string_view names) {
    std::vector<const XmlNode*> found;
    collect(node, names, found);
    return found;
}

int number_in(std::string_view text) {
    int number = 0;
    const std::size_t begin = std::min(text.find_first_of("0123456789"), text.size());
    std::from_chars(text.data() + begin, text.data() + text.size(), number);
    return number;
}

// The meta element of USLM, or what stands for it in older bills.
const XmlNode& meta_of(const XmlNode& root) {
    for (const std::string_view name : {"meta", "amendMeta"})
        if (const XmlNode* meta = root.child(name))
            return *meta;
    if (const XmlNode* metadata = root.child("metadata"))
        if (const XmlNode* core = metadata->child("dublinCore"))
            return *core;
    return root;
}

// The first text of an element that stands in the meta element, the preface or the form.
std::string first_text(const XmlNode& root, std::string_view names) {
    for (const XmlNode* part :
         {&meta_of(root), root.child("preface"), root.child("amendPreface"), root.child("form")})
        if (part != nullptr)
            for (const XmlNode& child : part->children)
                if (is_listed(child.name, names))
                    if (std::string text = running_text(child); !text.empty())
                        return text;
    return {};
}

// Dates of the stages; those inside the text belong to what the law speaks of.
std::string latest_date(const XmlNode& root) {
    std::string latest = first_text(root, "approvedDate");
    for (const XmlNode& part : root.children) {
        if (!is_listed(part.name,
                       "preface|amendPreface|form|attestation|attestation-group|endorsement"))
            continue;
        for (const XmlNode* date : all_below(part, "date|action-date"))
            if (const auto iso = date->attribute("date"))
                latest = std::max(latest, std::string(*iso));
    }
    if (latest.size() == 8 && latest.find('-') == std::string::npos)
        return fmt::format("{}-{}-{}", latest.substr(0, 4), latest.substr(4, 2), latest.substr(6));
    return latest;
}

// "Approved March 31, 2017." at the end of a public law.
std::string approval_date(const XmlNode& root) {
    for (const XmlNode* action : all_below(root, "actionDescription")) {
        const std::string text = running_text(*action);
        if (text.starts_with("Approved "))
            return text.substr(9, text.find_last_not_of('.') - 8);
    }
    // "November 12, 2019." without a machine's form, on an amendment.
    if (const XmlNode* preface = root.child("amendPreface"))
        if (const XmlNode* date = find_below(*preface, "date"))
            return running_text(*date);
    return {};
}

// A Congress meets for two years, a session in each, since 1789.
std::string session_year(const XmlNode& root) {
    const int congress = number_in(first_text(root, "congress"));
    const int session = number_in(first_text(root, "session"));
    const bool is_known = congress > 0 && congress < 1000 && (session == 1 || session == 2);
    return is_known ? std::to_string(1789 + 2 * (congress - 1) + session - 1) : std::string();
}

void add_date(Record& record, const XmlNode& root) {
    std::string date = latest_date(root);
    if (date.empty())
        date = approval_date(root);
    record.add("date", date.empty() ? session_year(root) : date, root.line);
}

std::string ordinal(int number) {
    const int tens = number % 100;
    const int ones = number % 10;
    const char* ending = tens >= 11 && tens <= 13 ? "th"
                         : ones == 1              ? "st"
                         : ones == 2              ? "nd"
                         : ones == 3              ? "rd"
                                                  : "th";
    return std::to_string(number) + ending;
}

void add_series(Record& record, const XmlNode& root) {
    const int congress = number_in(first_text(root, "congress"));
    const std::string type = first_text(root, "type|legis-type");
    record.add("law.type", type, root.line);
    if (congress > 0)
        record.add("series", fmt::format("{} Congress", ordinal(congress)), root.line);
}

// "Mr.Rubio" → "Mr. Rubio"
std::string with_blank_behind_title(std::string name) {
    const std::size_t stop = name.find('.');
    if (stop <= 4 && stop + 1 < name.size() && name[stop + 1] != ' ')
        name.insert(stop + 1, " ");
    return name;
}

void add_people(Record& record, const XmlNode& root) {
    for (const XmlNode& part : root.children) {
        if (!is_listed(part.name, "preface|form"))
            continue;
        for (const XmlNode* sponsor : all_below(part, "sponsor"))
            record.add(
                "bill.sponsor", with_blank_behind_title(running_text(*sponsor)), sponsor->line);
        for (const XmlNode* committee : all_below(part, "committee|committee-name"))
            record.add("committee", running_text(*committee), committee->line);
    }
    for (const XmlNode* creator : meta_of(root).children_named("creator"))
        record.values.push_back({.key = "organization",
                                 .value = running_text(*creator),
                                 .line = creator->line,
                                 .qualifier = "author"});
    std::erase_if(record.values, [](const KeyValue& value) { return value.value.empty(); });
    record.add("publisher", first_text(root, "publisher"), root.line);
}

std::string without_quotes(std::string text) {
    for (const std::string_view quote : {"\u201C", "\u201D", "\""})
        for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote))
            text.erase(at, quote.size());
    return text;
}

std::string short_title(const XmlNode& root) {
    const auto found = all_below(root, "shortTitle|short-title");
    return found.empty() ? std::string() : without_quotes(running_text(*found.front()));
}

std::string official_text(const XmlNode& title) {
    return running_text(title, [](const XmlNode& child) {
        return child.name == "sidenote" || child.name == "footnote" ||
               child.attribute("class").value_or("") == "footnoteRef";
    });
}

// "116 S 1000 IS: To amend the Code of 1986" with a short title inside of the bill becomes
// "Disaster Zones Act (116 S 1000 IS)"; the long title is the abstract anyway.
std::string with_short_title(const std::string& title, const std::string& short_title) {
    const std::size_t colon = title.find(": ");
    if (short_title.empty() || colon == std::string::npos || colon > 24)
        return title;
    return fmt::format("{} ({})", short_title, title.substr(0, colon));
}

std::string title_of(const XmlNode& root) {
    std::string title = first_text(root, "title");
    std::string contained = first_text(root, "containsShortTitle");
    if (!contained.empty() && to_lower_ascii(contained) == to_lower_ascii(title))
        return contained;
    if (title.empty())
        title = first_text(root, "official-title|legis-num");
    return with_short_title(title, short_title(root));
}

void add_titles(Record& record, const XmlNode& root) {
    record.add("title", title_of(root), root.line);
    const auto official = all_below(root, "officialTitle|official-title");
    if (!official.empty())
        record.add("abstract", official_text(*official.front()), official.front()->line);
}

} // namespace

Record read_uslm(const XmlNode& root) {
    Record record;
    record.line = root.line;
    record.kind_hint = "law";
    add_titles(record, root);
    add_date(record, root);
    add_series(record, root);
    add_people(record, root);
    for (const XmlNode* citation : meta_of(root).children_named("citableAs"))
        record.add("citation", running_text(*citation), citation->line);
    record.add("language", first_text(root, "language"), root.line);
    record.add("license", first_text(root, "rights"), root.line);
    record.add("place", "United States", root.line);
    PassageBuilder passages;
    add_law_text(passages, root);
    record.passages = passages.take();
    return record;
}

} // namespace praxis::corpus
