// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "corpus/diagnostic.h"
#include "corpus/mapped_record.h"

#include <optional>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// When a publication is from, and how sure that is.
//
// Threads:  Immutable
struct Dating {
    std::optional<schemas::DatedBy> date;
    std::optional<Date> updated;
    std::optional<schemas::Period> period;
    std::vector<Diagnostic> diagnostics; // a date that was not understood
};

// The date from the record's fields, else the file's name, else the opening of the text. The
// period from its own field, from the date and the property "end" (an event of several days), or
// from the years in the title of a plan.
Dating date_publication(const MappedRecord& record,
                        const schemas::Publication& publication,
                        std::string_view path);

} // namespace praxis::corpus
