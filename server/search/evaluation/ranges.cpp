// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/ranges.h"

#include <algorithm>
#include <limits>

namespace praxis::search {

RangeTest::RangeTest(const Range& range, const Snapshot& snapshot)
    : RangeTest(range.field, range.from, range.to, snapshot) {}

RangeTest::RangeTest(const RangeFilter& filter, const Snapshot& snapshot)
    : RangeTest(filter.field, filter.from, filter.to, snapshot) {}

RangeTest::RangeTest(const std::string& field,
                     const std::optional<Date>& from,
                     const std::optional<Date>& to,
                     const Snapshot& snapshot)
    : snapshot_(snapshot), first_(std::numeric_limits<std::int32_t>::min()),
      last_(std::numeric_limits<std::int32_t>::max()) {
    if (field != "date")
        column_ = &snapshot.facets()[snapshot.facet(field).value()];
    if (from)
        first_ = column_ != nullptr ? from->year : from->first_day().day_number();
    if (to)
        last_ = column_ != nullptr ? to->year : to->last_day().day_number();
}

bool RangeTest::meets(std::uint32_t document) const {
    if (column_ == nullptr) {
        const PublicationColumns& publications = snapshot_.publications();
        const std::int32_t first = publications.first_day[document];
        const std::int32_t last = publications.last_day[document];
        return first <= last && first <= last_ && first_ <= last;
    }
    const auto values = column_->of(document);
    return std::any_of(values.begin(), values.end(), [&](Ordinal ordinal) {
        const std::optional<int> number = column_->entries()[ordinal].number;
        return number && first_ <= *number && *number <= last_;
    });
}

} // namespace praxis::search
