// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/layer.h"

#include "server/search/sets/set_operations.h"

#include <utility>

namespace praxis::search {

namespace {

DocumentSet all_but(std::span<const std::uint32_t> gone, std::uint32_t limit) {
    if (gone.empty())
        return DocumentSet::all(limit);
    return complement(DocumentSet::of({gone.begin(), gone.end()}, limit));
}

} // namespace

Layer::Layer(std::shared_ptr<const index::Image> image,
             std::span<const std::uint32_t> gone,
             const Statistics& statistics,
             const SearchedLibrary& library,
             const ShownLabels* labels)
    : image_(std::move(image)), library_(library), live_(all_but(gone, image_->document_count())),
      dictionary_(*image_, gone.empty() ? nullptr : &live_, labels),
      score_table_(image_->length_codes(), statistics.average_length) {
    for (std::size_t i = 0; i < image_->facet_count(); ++i)
        facets_.emplace_back(image_->facet(i), document_count());
}

void Layer::make_aids(std::uint32_t least_postings) const {
    champions_.value(
        [&] { return Champions(image_->lists(), least_postings, live_, score_table_); });
    const FacetRows& rows = facet_rows_.value([&] { return FacetRows(facets_, document_count()); });
    list_counts_.value([&] { return ListCounts(image_->lists(), least_postings, live_, rows); });
}

DocumentSet Layer::living(const DocumentSet& documents) const {
    return is_whole() ? documents : intersection(documents, live_).as_left_of(documents);
}

std::size_t Layer::living_count(const DocumentSet& documents) const {
    return is_whole() ? documents.size() : common_count(documents, live_);
}

} // namespace praxis::search
