// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/peers/lucenepp/facet_rows.h"

#include "bench/peers/engine.h"

#include <lucene++/TermDocs.h>
#include <lucene++/TermEnum.h>

#include <algorithm>

namespace praxis::bench {

using namespace Lucene;

FacetRows::FacetRows(const IndexReaderPtr& reader, const std::vector<std::string>& facets) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs; // document, value
    for (const std::string& facet : facets)
        read_facet(reader, facet, pairs);
    std::sort(pairs.begin(), pairs.end());
    const auto documents = static_cast<std::size_t>(reader->maxDoc());
    begin_.assign(documents + 1, 0);
    for (const auto& [document, value] : pairs) {
        ++begin_[document + 1];
        rows_.push_back(value);
    }
    for (std::size_t i = 0; i < documents; ++i)
        begin_[i + 1] += begin_[i];
    counts_.resize(is_below_.size());
}

void FacetRows::read_facet(const IndexReaderPtr& reader,
                           const std::string& facet,
                           std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
    const String field = StringUtils::toUnicode(facet);
    const std::size_t first = is_below_.size();
    const TermEnumPtr terms = reader->terms(newLucene<Term>(field, L""));
    const TermDocsPtr documents = reader->termDocs();
    for (TermPtr term = terms->term(); term && term->field() == field;
         term = terms->next() ? terms->term() : TermPtr()) {
        const auto value = static_cast<std::uint32_t>(is_below_.size());
        is_below_.push_back(facet == "topic" && term->text().find(L'/') != String::npos);
        documents->seek(term);
        while (documents->next())
            pairs.emplace_back(static_cast<std::uint32_t>(documents->doc()), value);
    }
    facets_.push_back({first, is_below_.size()});
}

std::uint64_t FacetRows::sum_of_counts(const std::vector<std::uint32_t>& hits) {
    std::fill(counts_.begin(), counts_.end(), 0);
    for (const std::uint32_t hit : hits)
        for (std::uint32_t at = begin_[hit]; at < begin_[hit + 1]; ++at)
            ++counts_[rows_[at]];
    std::uint64_t sum = 0;
    std::vector<std::uint32_t> counts;
    for (const Facet& facet : facets_) {
        counts.clear();
        for (std::size_t value = facet.first; value < facet.end; ++value)
            if (!is_below_[value] && counts_[value] > 0)
                counts.push_back(counts_[value]);
        sum += sum_of_ten(counts);
    }
    return sum;
}

} // namespace praxis::bench
