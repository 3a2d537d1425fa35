// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/facet_column.h"

#include "analyzers/collation.h"
#include "server/search/sets/set_operations.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace praxis::search {

std::uint32_t FacetColumn::rank_of_label(std::string_view key) const {
    std::vector<Ordinal> by_label(size());
    std::iota(by_label.begin(), by_label.end(), Ordinal{0});
    std::sort(by_label.begin(), by_label.end(), [&](Ordinal left, Ordinal right) {
        return label_rank(left) < label_rank(right);
    });
    const auto key_of = [&](Ordinal ordinal) {
        return analyzers::sort_key(std::string(label(ordinal)));
    };
    const auto found = std::lower_bound(
        by_label.begin(), by_label.end(), key, [&](Ordinal ordinal, std::string_view wanted) {
            return key_of(ordinal) < wanted;
        });
    if (found != by_label.end() && key_of(*found) == key)
        return label_rank(*found);
    return found == by_label.begin() ? 0 : label_rank(*(found - 1)) + 1;
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
        words[document / 64] |=
            BitWord{values_->document_offsets[document] == values_->document_offsets[document + 1]}
            << (document % 64);
    return DocumentSet::of_words(std::move(words), limit_);
}

} // namespace praxis::search
