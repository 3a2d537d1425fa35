// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/property.h"

#include <algorithm>

namespace praxis::schemas {

namespace {

constexpr PropertyUse properties[] = {
    {"id", false, false, true, false}, // name, field, facet, fed by keys, given by defaults
    {"title", true, false, true, false},
    {"summary", true, false, true, true},
    {"heading", true, false, false, false},
    {"body", true, false, false, false},
    {"kind", true, true, true, true},
    {"topic", true, true, true, true},
    {"keyword", true, true, true, true},
    {"organization", true, true, true, true},
    {"place", true, true, true, true},
    {"audience", true, true, true, true},
    {"author", true, true, true, true},
    {"series", true, true, true, true},
    {"language", true, true, true, true},
    {"lens", true, true, true, true},
    {"licence", true, true, true, true},
    {"source", true, true, false, false},
    {"topic-by", false, true, false, false},
    {"year", false, true, false, false},
    {"date", false, false, true, true},
    {"updated", false, false, true, false},
    {"expires", true, true, true, true},
    {"period", false, false, true, true},
    {"period-begin", false, false, true, false},
    {"period-end", false, false, true, false},
    {"url", false, false, true, false},
    {"parent", false, false, true, true},
    {"relation", false, false, true, false},
};

} // namespace

std::span<const PropertyUse> all_properties() {
    return properties;
}

const PropertyUse* find_property(std::string_view name) {
    const auto* found = std::find_if(std::begin(properties),
                                     std::end(properties),
                                     [&](const PropertyUse& use) { return use.name == name; });
    return found == std::end(properties) ? nullptr : found;
}

} // namespace praxis::schemas
