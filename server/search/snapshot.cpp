// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/snapshot.h"

#include "index/image/image_builder.h"

#include <utility>

namespace praxis::search {

namespace {

template <typename Named>
std::optional<std::size_t> place_of(const std::vector<Named>& named, std::string_view name) {
    for (std::size_t i = 0; i < named.size(); ++i)
        if (named[i].name == name)
            return i;
    return std::nullopt;
}

} // namespace

Result<std::shared_ptr<const Snapshot>>
Snapshot::make(std::shared_ptr<const index::Generation> generation) {
    const index::Images images = generation->images();
    std::shared_ptr<const index::Image> image = images.size() == 1 ? images.front() : nullptr;
    if (!image) {
        auto made = index::temporary_image(generation->text(), generation->library());
        if (!made)
            return tl::unexpected(made.error());
        image = std::move(*made);
    }
    return std::shared_ptr<const Snapshot>(new Snapshot(std::move(generation), std::move(image)));
}

Snapshot::Snapshot(std::shared_ptr<const index::Generation> generation,
                   std::shared_ptr<const index::Image> image)
    : generation_(std::move(generation)), image_(std::move(image)), analyzers_(library()),
      query_fields_(library()), dictionary_(*image_), text_fields_(library()),
      score_table_(image_->length_codes(), image_->total_length()),
      labels_(library().facets.size(), analyzers_), aids_(*this) {
    for (std::size_t i = 0; i < library().facets.size(); ++i)
        facets_.emplace_back(library().facets[i], image_->facet(i), image_->document_count());
}

std::optional<std::size_t> Snapshot::field(std::string_view name) const {
    return place_of(library().fields, name);
}

std::optional<std::size_t> Snapshot::facet(std::string_view name) const {
    return place_of(library().facets, name);
}

} // namespace praxis::search
