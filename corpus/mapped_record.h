// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "corpus/path_rules.h"
#include "corpus/record.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::corpus {

// The keys of a source in the order in which they are asked: its own, then the library's, then
// those that are themselves a property or an attribute that a field or facet shows.
//
// Lifetime: the library must outlive it.
// Threads:  Immutable
class KeyMappings {
public:
    KeyMappings(const schemas::Library& library, const schemas::Source& source);

    const std::vector<schemas::KeyMapping>& in_order() const { return mappings_; }

    const schemas::Library& library() const { return library_; }

private:
    const schemas::Library& library_;
    std::vector<schemas::KeyMapping> mappings_;
};

// A value under the name that the library has for it.
struct MappedValue {
    std::string value;
    std::vector<std::string> path = {}; // levels, where the source or the key gives them
    std::string key = {};               // the source's own; empty for a default
    std::string role = {};
    int line = 0;
};

// One record's values by property: for each property and role those of the first key that has
// usable ones (schemas::KeyMapping says how), else the default of path and source.
//
// Shapes:   values in the source's order.
// Threads:  Immutable
class MappedRecord {
public:
    MappedRecord(const Record& record,
                 const KeyMappings& keys,
                 const PathRules& rules,
                 std::string_view path);

    // All values of a property, role by role.
    const std::vector<MappedValue>& all(std::string_view property) const;

    // The first value of a property; null if there is none.
    const MappedValue* first(std::string_view property) const;

    // The first value that was passed over, of a property that has none; null if nothing was.
    const MappedValue* passed_over(std::string_view property) const;

    const std::map<schemas::Property, std::vector<MappedValue>, std::less<>>& properties() const {
        return values_;
    }

private:
    std::map<schemas::Property, std::vector<MappedValue>, std::less<>> values_;
    std::map<schemas::Property, MappedValue, std::less<>> passed_over_;
};

} // namespace praxis::corpus
