// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_fields.h"

#include "base/utf8.h"

namespace praxis::search {

QueryFields::QueryFields(const schemas::Library& library) {
    const auto add = [&](const std::string& name, FieldKind kind) {
        by_lower_name_.insert({to_lower_ascii(name), {name, kind}});
    };
    for (const schemas::Facet& facet : library.facets)
        add(facet.name,
            facet.shape == schemas::FacetShape::Range ? FieldKind::Years : FieldKind::Words);
    for (const schemas::Field& field : library.fields)
        add(field.name, FieldKind::Words);
    add("date", FieldKind::Dates);
}

std::optional<QueryFields::Known> QueryFields::find(std::string_view name) const {
    const auto found = by_lower_name_.find(to_lower_ascii(name));
    if (found == by_lower_name_.end())
        return std::nullopt;
    return found->second;
}

} // namespace praxis::search
