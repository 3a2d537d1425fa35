// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/ranges.h"

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace praxis::search {

namespace {

DocumentSet documents_between(std::int32_t first, std::int32_t last, const index::Image& image) {
    const std::span<const std::int32_t> begins = image.first_days();
    const std::span<const std::int32_t> ends = image.last_days();
    std::vector<BitWord> words(DocumentSet::words_for(image.document_count()));
    for (std::uint32_t document = 0; document < image.document_count(); ++document) {
        const bool meets = begins[document] <= ends[document] && begins[document] <= last &&
                           first <= ends[document];
        words[document / 64] |= BitWord{meets ? 1U : 0U} << (document % 64);
    }
    return DocumentSet::of_words(std::move(words), image.document_count());
}

DocumentSet documents_of(const std::string& field,
                         const std::optional<Date>& from,
                         const std::optional<Date>& to,
                         const Layer& layer) {
    constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    if (field == "date")
        return documents_between(from ? from->first_day().day_number() : least,
                                 to ? to->last_day().day_number() : most,
                                 layer.image());
    return layer.facets()[layer.facet(field).value()].documents_between(from ? from->year : least,
                                                                        to ? to->year : most);
}

} // namespace

DocumentSet documents_in(const Range& range, const Layer& layer) {
    return documents_of(range.field, range.from, range.to, layer);
}

DocumentSet documents_in(const RangeFilter& range, const Layer& layer) {
    return documents_of(range.field, range.from, range.to, layer);
}

} // namespace praxis::search
