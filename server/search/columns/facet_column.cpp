// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/facet_column.h"

#include "server/search/sets/set_operations.h"

#include <utility>
#include <vector>

namespace praxis::search {

FacetColumn::FacetColumn(const index::ImageFacet& values, std::uint32_t limit)
    : values_(&values), limit_(limit) {
    for (const std::uint32_t total : values.totals)
        if (total >= DocumentSet::dense_from(limit))
            ++frequent_values_;
        else
            rare_count_ += total;
}

DocumentSet FacetColumn::documents_between(std::int32_t first, std::int32_t last) const {
    std::vector<DocumentSet> sets;
    for (Ordinal ordinal = 0; ordinal < values_->numbers.size(); ++ordinal)
        if (const std::int32_t number = values_->numbers[ordinal];
            number != index::no_number && first <= number && number <= last)
            sets.push_back(documents(ordinal));
    return union_of(sets, limit_);
}

DocumentSet FacetColumn::documents_without() const {
    std::vector<BitWord> words(DocumentSet::words_for(limit_));
    for (std::uint32_t document = 0; document < limit_; ++document)
        words[document / 64] |= BitWord{of(document).empty() ? 1U : 0U} << (document % 64);
    return DocumentSet::of_words(std::move(words), limit_);
}

} // namespace praxis::search
