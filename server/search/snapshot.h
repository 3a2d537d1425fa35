// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/generation.h"
#include "server/search/columns/dictionary.h"
#include "server/search/columns/facet_column.h"
#include "server/search/columns/publication_columns.h"
#include "server/search/query/query_fields.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::search {

// One generation with everything that answering from it needs in memory.
//
// Opening reads every publication once, for the columns, and every field's dictionary; postings
// are read from the generation query by query. A search works on one snapshot and can reach no
// other.
//
// Shapes:   columns are indexed by the generation's document numbers; fields and facets by their
//           place in the library.
// Errors:   InvalidInput (a library with more than 63 text fields).
// Threads:  Immutable
// Lifetime: keeps its generation alive, and with it the lease on its files.
class Snapshot {
public:
    static Result<std::shared_ptr<const Snapshot>>
    make(std::shared_ptr<const index::Generation> generation);

    const index::Generation& generation() const { return *generation_; }

    const schemas::Library& library() const { return generation_->library(); }

    const index::TextIndexReader& text() const { return generation_->text(); }

    const analyzers::AnalyzerSet& analyzers() const { return analyzers_; }

    const QueryFields& query_fields() const { return query_fields_; }

    const Dictionary& dictionary() const { return dictionary_; }

    const PublicationColumns& publications() const { return publications_; }

    const std::vector<FacetColumn>& facets() const { return facets_; }

    // The tokens of the labels of a facet that is no text field, by ordinal; else empty.
    const std::vector<std::vector<analyzers::Token>>& labels(std::size_t facet) const {
        return labels_[facet];
    }

    std::optional<std::size_t> field(std::string_view name) const;
    std::optional<std::size_t> facet(std::string_view name) const;

    // The fields that a word without a field name is looked for in.
    Places weighted_places() const { return weighted_places_; }

    // The weighted length of a publication over the average of all that live.
    double relative_length(std::uint32_t document) const { return relative_lengths_[document]; }

private:
    explicit Snapshot(std::shared_ptr<const index::Generation> generation);

    void read_publications();
    void read_labels();
    void read_dictionary();
    void read_lengths();

    std::shared_ptr<const index::Generation> generation_;
    analyzers::AnalyzerSet analyzers_;
    QueryFields query_fields_;
    Places weighted_places_ = 0;
    PublicationColumns publications_;
    std::vector<FacetColumn> facets_;
    std::vector<std::vector<std::vector<analyzers::Token>>> labels_;
    Dictionary dictionary_;
    std::vector<double> relative_lengths_;
};

} // namespace praxis::search
