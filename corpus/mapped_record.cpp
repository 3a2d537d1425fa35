// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/mapped_record.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

void add_value(std::vector<MappedValue>& values,
               const KeyValue& entry,
               const schemas::KeyMapping& mapping,
               std::string_view value) {
    value = trim(value);
    if (!value.empty() || !entry.path.empty())
        values.push_back({.value = std::string(value),
                          .path = entry.path,
                          .key = entry.key,
                          .qualifier = entry.qualifier,
                          .line = entry.line,
                          .rank = mapping.rank});
}

void add_values(std::vector<MappedValue>& values,
                const KeyValue& entry,
                const schemas::KeyMapping& mapping) {
    std::string_view rest = entry.value;
    while (!mapping.separator.empty()) {
        const std::size_t end = rest.find(mapping.separator);
        if (end == std::string_view::npos)
            break;
        add_value(values, entry, mapping, rest.substr(0, end));
        rest.remove_prefix(end + mapping.separator.size());
    }
    add_value(values, entry, mapping, rest);
}

} // namespace

std::span<const std::string_view> member_properties() {
    static constexpr std::array<std::string_view, 20> members = {
        "title",    "summary", "date",     "updated", "period",   "end",          "kind",
        "language", "lens",    "licence",  "url",     "author",   "organization", "topic",
        "keyword",  "place",   "audience", "series",  "relation", "alias"};
    return members;
}

KeyMappings::KeyMappings(const schemas::Library& library, const schemas::Source& source) {
    for (const schemas::KeyMapping& mapping : source.keys)
        by_key_[mapping.key].push_back(mapping);
    std::map<std::string, std::vector<schemas::KeyMapping>, std::less<>> further;
    for (const schemas::KeyMapping& mapping : library.keys)
        further[mapping.key].push_back(mapping);
    const auto means_itself = [&](const schemas::Property& property) {
        further.try_emplace(property, 1, schemas::KeyMapping{property, property, 0, {}});
    };
    for (const std::string_view property : member_properties())
        means_itself(std::string(property));
    for (const schemas::Field& field : library.fields)
        if (field.property != "heading" && field.property != "body")
            means_itself(field.property);
    for (const schemas::Facet& facet : library.facets)
        if (facet.property != "source" && facet.property != "year")
            means_itself(facet.property);
    by_key_.merge(further);
}

const std::vector<schemas::KeyMapping>& KeyMappings::of(std::string_view key) const {
    static const std::vector<schemas::KeyMapping> none;
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? none : found->second;
}

MappedRecord::MappedRecord(const Record& record,
                           const KeyMappings& keys,
                           const PathRules& rules,
                           std::string_view path) {
    for (const KeyValue& entry : record.values)
        for (const schemas::KeyMapping& mapping : keys.of(entry.key))
            add_values(values_[mapping.property], entry, mapping);
    std::erase_if(values_, [](const auto& entry) { return entry.second.empty(); });
    for (auto& [property, values] : values_)
        std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
            return a.rank < b.rank;
        });
    for (const schemas::Property& property : rules.properties())
        if (const auto value = rules.default_of(path, property); !value.empty())
            values_.try_emplace(property, 1, MappedValue{.value = std::string(value)});
}

const std::vector<MappedValue>& MappedRecord::all(std::string_view property) const {
    static const std::vector<MappedValue> none;
    const auto found = values_.find(property);
    return found == values_.end() ? none : found->second;
}

const MappedValue* MappedRecord::first(std::string_view property) const {
    const std::vector<MappedValue>& values = all(property);
    return values.empty() ? nullptr : &values.front();
}

} // namespace praxis::corpus
