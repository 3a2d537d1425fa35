// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/generation.h"
#include "index/image/image.h"
#include "server/search/aids/search_aids.h"
#include "server/search/columns/document_numbers.h"
#include "server/search/columns/facet_labels.h"
#include "server/search/columns/facet_values.h"
#include "server/search/columns/searched_library.h"
#include "server/search/columns/shown_labels.h"
#include "server/search/layer.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::search {

// One generation, opened for answering.
//
// Everything that finding, ordering and counting need lies in the generation's images, which are
// mapped: opening reads no publication, and takes as long for a million as for ten. There is one
// layer for each image, a base and perhaps a delta over it. A generation without images gets one in
// a temporary file. A search works on one snapshot and can reach no other.
//
// Shapes:   documents are numbered through all layers (document_numbers.h); fields and facets by
//           their place in the library.
// Errors:   what building an image gives.
// Threads:  Immutable
// Lifetime: keeps its generation alive, and with it the lease on its files.
class Snapshot {
public:
    static Result<std::shared_ptr<const Snapshot>>
    make(std::shared_ptr<const index::Generation> generation);

    const index::Generation& generation() const { return *generation_; }

    const schemas::Library& library() const { return generation_->library(); }

    const std::deque<Layer>& layers() const { return layers_; }

    // Documents are below it; some may be gone.
    std::uint32_t document_count() const { return numbers_.count(); }

    std::uint32_t publication_count() const { return publication_count_; }

    const DocumentNumbers& numbers() const { return numbers_; }

    // The layer that a document is in, and its number there.
    struct Place {
        const Layer* layer = nullptr;
        std::size_t number = 0; // of the layer
        std::uint32_t document = 0;
    };

    Place place(std::uint32_t document) const {
        const auto [layer, number] = numbers_.place(document);
        return {&layers_[layer], layer, number};
    }

    bool lives(std::uint32_t document) const {
        const Place at = place(document);
        return at.layer->live().contains(at.document);
    }

    // The number behind the first so many that live.
    std::uint32_t end_of_first(std::uint32_t publications) const;

    std::string_view id(std::uint32_t document) const {
        const Place at = place(document);
        return at.layer->image().id(at.document);
    }

    std::string_view title(std::uint32_t document) const {
        const Place at = place(document);
        return at.layer->image().titles()[at.document];
    }

    std::optional<std::uint32_t> document_of(std::string_view id) const;
    std::optional<std::uint32_t> document_of(std::string_view source,
                                             std::string_view source_id) const;

    // Those whose ids begin so, ascending.
    std::vector<std::uint32_t> documents_with_prefix(std::string_view prefix) const;

    schemas::Publication publication(std::uint32_t document) const;

    // The document of the base that it is, or whose place it took; nothing: it is new since.
    std::optional<std::uint32_t> in_base(std::uint32_t document) const;

    const analyzers::AnalyzerSet& analyzers() const { return library_.analyzers(); }

    const QueryFields& query_fields() const { return library_.query_fields(); }

    const TextFields& text_fields() const { return library_.text_fields(); }

    const std::vector<FacetValues>& facets() const { return facets_; }

    // The tokens of the labels of a facet that is no text field, by ordinal; else empty.
    const FacetLabels::Tokens& labels(std::size_t facet) const {
        return labels_.of(facets_[facet], facet, field(facets_[facet].facet().name).has_value());
    }

    std::optional<std::size_t> field(std::string_view name) const { return library_.field(name); }

    std::optional<std::size_t> facet(std::string_view name) const { return library_.facet(name); }

    // The fields that a word without a field name is looked for in.
    Places weighted_places() const { return text_fields().weighted(); }

    // Whether a word stands anywhere, as typed.
    bool knows(std::string_view word) const;

    // What spelling and its like go by.
    const SearchAids& aids() const { return aids_; }

private:
    Snapshot(std::shared_ptr<const index::Generation> generation, index::Images images);

    template <typename... Key>
    std::optional<std::uint32_t> find(const Key&... key) const;

    std::shared_ptr<const index::Generation> generation_;
    SearchedLibrary library_;
    std::uint32_t publication_count_ = 0;
    DocumentNumbers numbers_;
    std::vector<FacetValues> facets_;
    ShownLabels shown_labels_;
    std::deque<Layer> layers_; // the base first
    FacetLabels labels_;
    SearchAids aids_;
};

} // namespace praxis::search
