// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "server/search/query/query.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::search {

// Whether a publication meets a range: of "date", by its period or else its date, whole months and
// years included; of a range facet, by any of its values.
//
// Shapes:   the field is "date" or a range facet of the library.
// Threads:  Immutable
class RangeTest {
public:
    RangeTest(const Range& range, const Snapshot& snapshot);
    RangeTest(const RangeFilter& filter, const Snapshot& snapshot);

    bool meets(std::uint32_t document) const;

private:
    RangeTest(const std::string& field,
              const std::optional<Date>& from,
              const std::optional<Date>& to,
              const Snapshot& snapshot);

    const Snapshot& snapshot_;
    const FacetColumn* column_ = nullptr; // null: the date
    std::int32_t first_;                  // a day or a year
    std::int32_t last_;
};

} // namespace praxis::search
