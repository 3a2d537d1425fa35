// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "corpus/path_rules.h"
#include "corpus/record.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The properties that have a member of their own in a publication; any other is an attribute.
std::span<const std::string_view> member_properties();

// A record's values under the names that the library has for them.
//
// A source's own mapping of a key goes before the library's; a key that nobody maps and that is
// itself a property (or an attribute that a field or facet is made of) means that property.
//
// Lifetime: library and source must outlive it.
// Threads:  Immutable
class KeyMappings {
public:
    KeyMappings(const schemas::Library& library, const schemas::Source& source);

    // The properties that a key feeds.
    const std::vector<schemas::KeyMapping>& of(std::string_view key) const;

private:
    std::map<std::string, std::vector<schemas::KeyMapping>, std::less<>> by_key_;
};

struct MappedValue {
    std::string value;
    std::vector<std::string> path = {}; // levels, where the source gives a path
    std::string key = {};               // the source's own, empty for a default
    std::string qualifier = {};
    int line = 0;
    int rank = 0;
};

// One record, mapped.
//
// Shapes:   the values of a property sorted by rank, then in the source's order; where the source
//           says nothing, the default of path and source.
// Threads:  Thread-compatible
class MappedRecord {
public:
    MappedRecord(const Record& record,
                 const KeyMappings& keys,
                 const PathRules& rules,
                 std::string_view path);

    const std::vector<MappedValue>& all(std::string_view property) const;

    // The value that counts for a property that has one; null if there is none.
    const MappedValue* first(std::string_view property) const;

    const std::map<schemas::Property, std::vector<MappedValue>, std::less<>>& properties() const {
        return values_;
    }

private:
    std::map<schemas::Property, std::vector<MappedValue>, std::less<>> values_;
};

} // namespace praxis::corpus
