// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/snapshot.h"

#include "index/image/image_builder.h"
#include "index/image/length_code.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

std::span<const std::uint32_t> gone_from(const index::Images& images) {
    return images.back()->gone();
}

// Of what lives. Lengths are whole numbers: the sum does not depend on the order.
double total_length(const index::Images& images) {
    double total = 0;
    for (const auto& image : images)
        total += image->total_length();
    for (const std::uint32_t document : gone_from(images))
        total -= index::decoded_length(images.front()->length_codes()[document]);
    return total;
}

std::uint32_t live_count(const index::Images& images) {
    std::size_t count = 0;
    for (const auto& image : images)
        count += image->document_count();
    return static_cast<std::uint32_t>(count - gone_from(images).size());
}

} // namespace

Result<std::shared_ptr<const Snapshot>>
Snapshot::make(std::shared_ptr<const index::Generation> generation) {
    index::Images images = generation->images();
    if (images.empty()) {
        auto made = index::temporary_image(generation->text(), generation->library());
        if (!made)
            return tl::unexpected(made.error());
        images.push_back(std::move(*made));
    }
    return std::shared_ptr<const Snapshot>(new Snapshot(std::move(generation), std::move(images)));
}

Snapshot::Snapshot(std::shared_ptr<const index::Generation> generation, index::Images images)
    : generation_(std::move(generation)), library_(generation_->library()),
      publication_count_(live_count(images)), numbers_(images),
      shown_labels_(library(), facets_, analyzers()), labels_(library().facets.size(), analyzers()),
      aids_(*this) {
    const std::span<const std::uint32_t> gone = gone_from(images);
    for (std::size_t facet = 0; facet < library().facets.size(); ++facet) {
        std::vector<const index::ImageFacet*> layers;
        for (const auto& image : images)
            layers.push_back(&image->facet(facet));
        facets_.emplace_back(library().facets[facet], std::move(layers), gone);
    }
    const Layer::Statistics statistics{total_length(images) /
                                       static_cast<double>(std::max(publication_count_, 1U))};
    for (std::size_t i = 0; i < images.size(); ++i)
        layers_.emplace_back(images[i],
                             i + 1 < images.size() ? gone : std::span<const std::uint32_t>(),
                             statistics,
                             library_,
                             images.size() > 1 ? &shown_labels_ : nullptr);
}

std::uint32_t Snapshot::end_of_first(std::uint32_t publications) const {
    if (publications >= publication_count_)
        return document_count();
    std::uint32_t end = publications;
    if (layers_.size() > 1)
        for (end = 0; publications > 0; ++end)
            publications -= lives(end) ? 1 : 0;
    return end;
}

template <typename... Key>
std::optional<std::uint32_t> Snapshot::find(const Key&... key) const {
    for (std::size_t layer = 0; layer < layers_.size(); ++layer)
        if (const auto document = layers_[layer].image().document_of(key...);
            document && layers_[layer].live().contains(*document))
            return numbers_.number({layer, *document});
    return std::nullopt;
}

std::optional<std::uint32_t> Snapshot::document_of(std::string_view id) const {
    return find(id);
}

std::optional<std::uint32_t> Snapshot::document_of(std::string_view source,
                                                   std::string_view source_id) const {
    return find(source, source_id);
}

std::vector<std::uint32_t> Snapshot::documents_with_prefix(std::string_view prefix) const {
    std::vector<std::uint32_t> documents;
    for (std::size_t layer = 0; layer < layers_.size(); ++layer)
        for (const std::uint32_t document : layers_[layer].image().documents_with_prefix(prefix))
            if (layers_[layer].live().contains(document))
                documents.push_back(numbers_.number({layer, document}));
    std::ranges::sort(documents);
    return documents;
}

// Where Lucene++ has merged since the base was made, its numbers are others now.
schemas::Publication Snapshot::publication(std::uint32_t document) const {
    const Place at = place(document);
    const index::Image& image = at.layer->image();
    const index::TextIndexReader& text = generation_->text();
    const std::uint32_t stored = image.stored_number(at.document);
    if (layers_.size() == 1)
        return text.publication(stored);
    if (text.is_live(stored))
        if (schemas::Publication publication = text.publication(stored);
            publication.id == image.id(at.document))
            return publication;
    return text.publication(text.document_of(image.id(at.document)).value());
}

std::optional<std::uint32_t> Snapshot::in_base(std::uint32_t document) const {
    const DocumentNumbers::Place at = numbers_.place(document);
    return at.layer == 0 ? std::optional(at.document) : numbers_.former(at.document);
}

bool Snapshot::knows(std::string_view word) const {
    return std::any_of(layers_.begin(), layers_.end(), [&](const Layer& layer) {
        const auto form = layer.dictionary().find(word);
        return form && layer.dictionary().stands_in(*form, all_places);
    });
}

} // namespace praxis::search
