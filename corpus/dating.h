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

// When a publication is from, and how that is known.
//
// Threads:  Immutable
struct Dating {
    std::optional<schemas::DatedBy> date;
    std::optional<Date> updated;
    std::optional<schemas::Period> period;
};

// The date from the record's fields, else the file's name, else the opening of the text. The
// period from its own fields (one end of it may be the date), or from the years in the title of
// a plan.
Dating date_publication(const MappedRecord& record,
                        const schemas::Publication& publication,
                        std::string_view path);

// A Warning for each field that should hold a date and holds something else.
std::vector<Diagnostic> misread_dates(const MappedRecord& record, std::string_view path);

} // namespace praxis::corpus
