// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/text_fields.h"

#include <algorithm>
#include <cmath>

namespace praxis::search {

TextFields::TextFields(const schemas::Library& library) {
    for (std::size_t field = 0; field < library.fields.size(); ++field) {
        const schemas::Field& described = library.fields[field];
        all_ |= field_bit(field);
        if (described.analyzer == schemas::FieldAnalyzer::Name)
            names_ |= field_bit(field);
        if (described.weight > 0)
            weighted_ |= field_bit(field);
        units_.push_back(static_cast<std::uint32_t>(
            std::lround(std::max(described.weight, 0.0) * index::frequency_unit)));
    }
}

} // namespace praxis::search
