// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "schemas/authority.h"
#include "schemas/valid_xml.h"
#include "schemas/words.h"
#include "schemas/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace praxis::schemas {

namespace {

std::optional<Date> date_of(const XmlNode& node, std::string_view key) {
    const auto text = node.attribute(key);
    return text ? parse_iso_date(*text) : std::nullopt;
}

AuthorityName read_name(const XmlNode& node) {
    return {collapse_whitespace(node.all_text()),
            node.name == "acronym",
            date_of(node, "from"),
            date_of(node, "until")};
}

AuthorityEntry read_entry(const XmlNode& node) {
    AuthorityEntry entry;
    entry.id = node.attribute("id").value_or("");
    entry.kind = node.name == "person" ? AuthorityKind::Person : AuthorityKind::Organization;
    entry.part_of = node.attribute("part-of").value_or("");
    entry.into = node.attribute("into").value_or("");
    entry.names.push_back({collapse_whitespace(node.attribute("name").value_or("")),
                           false,
                           date_of(node, "from"),
                           std::nullopt});
    for (const XmlNode& child : node.children)
        if (child.name == "name" || child.name == "acronym")
            entry.names.push_back(read_name(child));
    if (const XmlNode* note = node.child("note"))
        entry.note = collapse_whitespace(note->all_text());
    return entry;
}

} // namespace

Result<void> Authority::add(std::string_view xml, std::string_view path) {
    const auto root = parse_valid_xml(xml, path, "authority.rng");
    if (!root)
        return tl::unexpected<Error>(root.error());
    for (const XmlNode& node : root->children) {
        if (node.name != "organization" && node.name != "person")
            continue;
        const SourcePosition place{std::string(path), node.line, node.column};
        AuthorityEntry entry = read_entry(node);
        const std::size_t number = entries_.size();
        if (!by_id_.emplace(entry.id, number).second)
            return failure(
                ErrorKind::InvalidInput,
                fmt::format("the id \"{}\" is there already; an id stands for one body", entry.id),
                place);
        const auto claim = [&](const std::string& name) {
            const auto [known, is_new] =
                by_name_.emplace(std::pair(entry.kind, squeezed(name)), number);
            return is_new || known->second == number;
        };
        claim(entry.id);
        for (const AuthorityName& name : entry.names)
            if (!claim(name.text))
                return failure(ErrorKind::InvalidInput,
                               fmt::format("the name \"{}\" belongs to another entry too; leave it "
                                           "with the one that people mean",
                                           name.text),
                               place);
        entries_.push_back(std::move(entry));
    }
    return {};
}

} // namespace praxis::schemas
