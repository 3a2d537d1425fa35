// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::search {

// The names that may stand before a colon in a query, and what may stand behind it.
enum class FieldKind {
    Words, // a text field, or a facet's values and labels
    Years, // a range facet: 2016, 2010..2016
    Dates, // "date": 2016-05, 2016-01..2016-06
};

// Threads:  Immutable
class QueryFields {
public:
    QueryFields() = default;
    explicit QueryFields(const schemas::Library& library);

    struct Known {
        std::string name;
        FieldKind kind = FieldKind::Words;
    };

    // The field of that name, compared without ASCII case.
    std::optional<Known> find(std::string_view name) const;

private:
    std::map<std::string, Known, std::less<>> by_lower_name_;
};

} // namespace praxis::search
