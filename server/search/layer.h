// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/image/image.h"
#include "server/search/aids/made_once.h"
#include "server/search/columns/dictionary.h"
#include "server/search/columns/facet_column.h"
#include "server/search/columns/searched_library.h"
#include "server/search/columns/text_fields.h"
#include "server/search/facets/facet_rows.h"
#include "server/search/facets/list_counts.h"
#include "server/search/scoring/champions.h"
#include "server/search/scoring/score_table.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::search {

// One image of a snapshot, as searching sees it: what matches, scores and is counted is worked out
// in each layer by itself, in the layer's own numbers, and put together at the end (snapshot.h).
//
// Of the base under a delta not all documents live any more; those that do not are taken out of
// what was found, once, at the end of evaluation.
//
// Shapes:   documents, forms and values are the image's.
// Threads:  Immutable
// Lifetime: library and labels must outlive it.
class Layer {
public:
    struct Statistics {
        double average_length = 0; // of the documents of all layers that live
    };

    Layer(std::shared_ptr<const index::Image> image,
          std::span<const std::uint32_t> gone,
          const Statistics& statistics,
          const SearchedLibrary& library,
          const ShownLabels* labels);
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;

    const index::Image& image() const { return *image_; }

    // Those that live and those that do not.
    std::uint32_t document_count() const { return image_->document_count(); }

    const DocumentSet& live() const { return live_; }

    bool is_whole() const { return live_.is_all(); }

    // Those of the documents that live; how many.
    DocumentSet living(const DocumentSet& documents) const;
    std::size_t living_count(const DocumentSet& documents) const;

    const Dictionary& dictionary() const { return dictionary_; }

    const std::vector<FacetColumn>& facets() const { return facets_; }

    const ScoreTable& score_table() const { return score_table_; }

    // Null until they are made.
    const Champions* champions() const { return champions_.if_made(); }

    const FacetRows* facet_rows() const { return facet_rows_.if_made(); }

    const ListCounts* list_counts() const { return list_counts_.if_made(); }

    // What answers the commonest questions sooner, and is not needed for any (search_aids.h);
    // `least_postings`: of the lists of which more is worked out beforehand.
    void make_aids(std::uint32_t least_postings) const;

    // The same in all layers.
    const schemas::Library& library() const { return library_.library(); }

    const analyzers::AnalyzerSet& analyzers() const { return library_.analyzers(); }

    const TextFields& text_fields() const { return library_.text_fields(); }

    std::optional<std::size_t> field(std::string_view name) const { return library_.field(name); }

    std::optional<std::size_t> facet(std::string_view name) const { return library_.facet(name); }

    Places weighted_places() const { return text_fields().weighted(); }

private:
    std::shared_ptr<const index::Image> image_;
    const SearchedLibrary& library_;
    DocumentSet live_;
    Dictionary dictionary_;
    ScoreTable score_table_;
    std::vector<FacetColumn> facets_;
    MadeOnce<Champions> champions_;
    MadeOnce<FacetRows> facet_rows_;
    MadeOnce<ListCounts> list_counts_;
};

} // namespace praxis::search
