// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jats_people.h"

#include "base/utf8.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <algorithm>
#include <set>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

// Words by which one part of an address is told to be the institution.
constexpr std::string_view institution_words =
    "universit|institut|college|hospital|school of|centre|center|council|ministry|agency|"
    "foundation|laborator|academy|museum|society|association|service|clinic|corporation|"
    "department of health| inc| ltd|gmbh";

std::string attribute(const XmlNode& node, std::string_view key) {
    return std::string(node.attribute(key).value_or(""));
}

std::string person_name(const XmlNode& contrib) {
    const XmlNode* name = contrib.child("name");
    if (name == nullptr && contrib.child("name-alternatives") != nullptr)
        name = contrib.child("name-alternatives")->child("name");
    if (name != nullptr)
        return collapse_whitespace(child_text(*name, "given-names") + " " +
                                   child_text(*name, "surname") + " " +
                                   child_text(*name, "suffix"));
    if (const XmlNode* text = contrib.child("string-name"))
        return running_text(*text);
    if (const XmlNode* collaboration = contrib.child("collab"))
        return running_text(*collaboration, [](const XmlNode& child) {
            return child.name == "contrib-group" || child.name == "xref";
        });
    return {};
}

bool is_author(const XmlNode& contrib) {
    const std::string type = attribute(contrib, "contrib-type");
    return type.empty() || type == "author" || type == "collab";
}

// The contributors of the article itself, not the members of a group among them.
std::vector<const XmlNode*> contributors(const XmlNode& meta) {
    std::vector<const XmlNode*> found;
    for (const XmlNode* group : meta.children_named("contrib-group"))
        for (const XmlNode* contrib : group->children_named("contrib"))
            found.push_back(contrib);
    return found;
}

std::set<std::string> affiliations_of_editors(const XmlNode& meta) {
    std::set<std::string> ids;
    for (const XmlNode* contrib : contributors(meta))
        for (const XmlNode* xref : contrib->children_named("xref"))
            if (!is_author(*contrib))
                ids.insert(attribute(*xref, "rid"));
    for (const XmlNode* contrib : contributors(meta))
        for (const XmlNode* xref : contrib->children_named("xref"))
            if (is_author(*contrib))
                ids.erase(attribute(*xref, "rid"));
    return ids;
}

bool names_institution(std::string_view part) {
    const std::string lower = " " + to_lower_ascii(part);
    const auto words = split_list(institution_words);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

// "Department of X, University of Y, City, Country": the university, else the first part.
std::string institution_of(const std::vector<std::string_view>& parts) {
    for (const std::string_view wanted : {"University", "Universit"})
        for (const std::string_view part : parts)
            if (part.find(wanted) != std::string_view::npos)
                return std::string(part);
    const auto known = std::find_if(parts.begin(), parts.end(), names_institution);
    return std::string(known == parts.end() ? parts.front() : *known);
}

void add_place(Record& record, const std::vector<std::string_view>& parts, int line) {
    if (parts.size() < 2)
        return;
    if (is_listed(parts.back(), "United States of America|USA|United States") && parts.size() > 2)
        record.add_path("aff.place", {"United States", std::string(parts[parts.size() - 2])}, line);
    else
        record.add("aff.place", parts.back(), line);
}

void add_affiliation(Record& record, const XmlNode& aff) {
    std::string address = running_text(aff, [](const XmlNode& child) {
        return child.name == "label" || child.name == "email" || child.name == "sup" ||
               child.name == "institution-id";
    });
    while (!address.empty() && (address.back() == '.' || address.back() == ';'))
        address.pop_back();
    const auto parts = split_at(address, {", and ", ",", ";"});
    if (parts.empty())
        return;
    const XmlNode* institution = find_below(aff, "institution");
    record.add("aff",
               institution == nullptr ? institution_of(parts) : running_text(*institution),
               aff.line);
    add_place(record, parts, aff.line);
}

} // namespace

void add_jats_authors(Record& record, const XmlNode& meta) {
    for (const XmlNode* contrib : contributors(meta))
        if (is_author(*contrib))
            record.add("author", person_name(*contrib), contrib->line);
}

void add_jats_affiliations(Record& record, const XmlNode& meta) {
    const std::set<std::string> editors = affiliations_of_editors(meta);
    std::vector<const XmlNode*> all = meta.children_named("aff");
    for (const XmlNode* group : meta.children_named("contrib-group"))
        for (const XmlNode* aff : group->children_named("aff"))
            all.push_back(aff);
    for (const XmlNode* aff : all)
        if (!editors.contains(attribute(*aff, "id")))
            add_affiliation(record, *aff);
}

} // namespace praxis::corpus
