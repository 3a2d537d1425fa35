// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/generation.h"
#include "index/image/image.h"
#include "server/search/aids/search_aids.h"
#include "server/search/columns/dictionary.h"
#include "server/search/columns/facet_column.h"
#include "server/search/columns/facet_labels.h"
#include "server/search/columns/text_fields.h"
#include "server/search/query/query_fields.h"
#include "server/search/scoring/score_table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::search {

// One generation, opened for answering.
//
// Everything that finding, ordering and counting need lies in the generation's image, which is
// mapped: opening reads no publication, and takes as long for a million as for ten. A generation
// without an image gets one in a temporary file. A search works on one snapshot and can reach no
// other.
//
// Shapes:   documents are the image's; fields and facets are numbered by their place in the
//           library.
// Errors:   what building an image gives.
// Threads:  Immutable
// Lifetime: keeps its generation alive, and with it the lease on its files.
class Snapshot {
public:
    static Result<std::shared_ptr<const Snapshot>>
    make(std::shared_ptr<const index::Generation> generation);

    const index::Generation& generation() const { return *generation_; }

    const schemas::Library& library() const { return generation_->library(); }

    const index::Image& image() const { return *image_; }

    std::uint32_t document_count() const { return image_->document_count(); }

    schemas::Publication publication(std::uint32_t document) const {
        return generation_->text().publication(image_->stored_number(document));
    }

    const analyzers::AnalyzerSet& analyzers() const { return analyzers_; }

    const QueryFields& query_fields() const { return query_fields_; }

    const Dictionary& dictionary() const { return dictionary_; }

    const TextFields& text_fields() const { return text_fields_; }

    const std::vector<FacetColumn>& facets() const { return facets_; }

    // The tokens of the labels of a facet that is no text field, by ordinal; else empty.
    const FacetLabels::Tokens& labels(std::size_t facet) const {
        return labels_.of(facets_[facet], facet, field(facets_[facet].facet().name).has_value());
    }

    const ScoreTable& score_table() const { return score_table_; }

    std::optional<std::size_t> field(std::string_view name) const;
    std::optional<std::size_t> facet(std::string_view name) const;

    // The fields that a word without a field name is looked for in.
    Places weighted_places() const { return text_fields_.weighted(); }

    // What spelling and its like go by.
    const SearchAids& aids() const { return aids_; }

private:
    Snapshot(std::shared_ptr<const index::Generation> generation,
             std::shared_ptr<const index::Image> image);

    std::shared_ptr<const index::Generation> generation_;
    std::shared_ptr<const index::Image> image_;
    analyzers::AnalyzerSet analyzers_;
    QueryFields query_fields_;
    Dictionary dictionary_;
    TextFields text_fields_;
    ScoreTable score_table_;
    std::vector<FacetColumn> facets_;
    FacetLabels labels_;
    SearchAids aids_;
};

} // namespace praxis::search
