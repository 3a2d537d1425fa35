// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/mapped_record.h"

#include "base/utf8.h"
#include "schemas/property.h"
#include "corpus/author_names.h"
#include "corpus/dates.h"
#include "corpus/language_code.h"
#include "corpus/phrases.h"

#include <algorithm>
#include <set>

namespace praxis::corpus {

namespace {

using schemas::KeyMapping;

bool is_web_address(std::string_view value) {
    const std::string lower = to_lower_ascii(value.substr(0, 8));
    return lower.starts_with("http://") || lower.starts_with("https://");
}

// Whether a value says something of its property.
bool is_usable(const schemas::Library& library, std::string_view property, std::string_view value) {
    if (value.empty() || library.ignores(property, value))
        return false;
    if (is_listed(property, "date|updated|expires|period-begin|period-end"))
        return parse_date(value).has_value();
    if (property == "period")
        return parse_period(value, true).has_value();
    if (property == "url")
        return is_web_address(value);
    const schemas::Facet* facet = library.facet_of(property);
    if (facet != nullptr && facet->value_of(value))
        return true;
    if (property == "language")
        return !language_code(value).empty();
    return facet == nullptr || !facet->closed;
}

std::vector<std::string> pieces_of(std::string_view value, std::string_view separator) {
    if (separator == "names")
        return names_of(value);
    std::vector<std::string_view> separators;
    for (std::size_t i = 0; i < separator.size(); ++i)
        separators.push_back(separator.substr(i, 1));
    std::vector<std::string> pieces;
    for (const std::string_view piece : split_at(value, separators))
        pieces.emplace_back(piece);
    return pieces;
}

std::vector<std::string> levels_of(std::string_view value, std::string_view levels) {
    std::vector<std::string> path;
    if (!levels.empty())
        for (const std::string_view level : split_at(value, {levels}))
            path.emplace_back(level);
    return path.size() > 1 ? path : std::vector<std::string>();
}

// The values of one entry, split as the mapping says; those that say nothing too.
std::vector<MappedValue> values_of(const KeyValue& entry, const KeyMapping& mapping) {
    const std::string& role = entry.qualifier.empty() ? mapping.role : entry.qualifier;
    if (!entry.path.empty()) {
        const std::string& value = entry.value.empty() ? entry.path.back() : entry.value;
        return {{value, entry.path, entry.key, role, entry.line}};
    }
    std::vector<MappedValue> values;
    for (std::string& piece : pieces_of(entry.value, mapping.separator)) {
        std::vector<std::string> path = levels_of(piece, mapping.levels);
        values.push_back({std::move(piece), std::move(path), entry.key, role, entry.line});
    }
    return values;
}

using ByKey = std::map<std::string_view, std::vector<const KeyValue*>>;

ByKey by_key(const Record& record) {
    ByKey entries;
    for (const KeyValue& entry : record.values)
        entries[entry.key].push_back(&entry);
    return entries;
}

} // namespace

KeyMappings::KeyMappings(const schemas::Library& library, const schemas::Source& source)
    : library_(library) {
    std::set<std::string> mapped;
    for (const auto* keys : {&source.keys, &library.keys}) {
        const std::size_t first = mappings_.size();
        for (const KeyMapping& mapping : *keys) {
            mappings_.push_back(mapping);
            mapped.insert(mapping.key);
        }
        std::stable_sort(mappings_.begin() + static_cast<std::ptrdiff_t>(first),
                         mappings_.end(),
                         [](const auto& a, const auto& b) { return a.rank < b.rank; });
    }
    const auto means_itself = [&](const schemas::Property& property) {
        if (mapped.insert(property).second)
            mappings_.push_back({property, property, 0, {}, {}, {}});
    };
    for (const schemas::PropertyUse& use : schemas::all_properties())
        if (use.is_fed)
            means_itself(schemas::Property(use.name));
    for (const schemas::Field& field : library.fields)
        if (schemas::find_property(field.property) == nullptr)
            means_itself(field.property);
    for (const schemas::Facet& facet : library.facets)
        if (schemas::find_property(facet.property) == nullptr)
            means_itself(facet.property);
}

MappedRecord::MappedRecord(const Record& record,
                           const KeyMappings& keys,
                           const PathRules& rules,
                           std::string_view path) {
    const ByKey entries = by_key(record);
    std::set<std::pair<std::string_view, std::string_view>> won; // property and role
    std::set<std::string_view> used;
    for (const KeyMapping& mapping : keys.in_order()) {
        const auto found = entries.find(mapping.key);
        if (found == entries.end() || used.contains(mapping.key) ||
            won.contains({mapping.property, mapping.role}))
            continue;
        std::vector<MappedValue>& values = values_[mapping.property];
        const std::size_t before = values.size();
        for (const KeyValue* entry : found->second)
            for (MappedValue& value : values_of(*entry, mapping)) {
                if (is_usable(keys.library(), mapping.property, value.value))
                    values.push_back(std::move(value));
                else
                    passed_over_.try_emplace(mapping.property, std::move(value));
            }
        if (values.size() == before)
            continue;
        won.insert({mapping.property, mapping.role});
        used.insert(mapping.key);
    }
    std::erase_if(values_, [](const auto& entry) { return entry.second.empty(); });
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

const MappedValue* MappedRecord::passed_over(std::string_view property) const {
    const auto found = passed_over_.find(property);
    return found == passed_over_.end() || values_.contains(property) ? nullptr : &found->second;
}

} // namespace praxis::corpus
