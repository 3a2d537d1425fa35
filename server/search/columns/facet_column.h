// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace praxis::search {

using index::no_ordinal;
using index::Ordinal;

// Which values of one facet every document of an image has. What values are called is for
// facet_values.h.
//
// In a hierarchical facet a document has each of its values and all that lie above them, each
// once: so that a value includes what lies below it, and an ancestor counts a publication once.
//
// Shapes:   values are numbered in the order of their bytes; a document's values ascend.
// Threads:  Immutable
// Lifetime: the image must outlive it.
class FacetColumn {
public:
    FacetColumn(const index::ImageFacet& values, std::uint32_t limit);

    std::uint32_t size() const { return values_->values.size(); }

    std::string_view value(Ordinal ordinal) const { return values_->values[ordinal]; }

    std::optional<Ordinal> find(std::string_view value) const {
        return values_->values.find(value);
    }

    std::span<const Ordinal> of(std::uint32_t document) const { return values_->of(document); }

    // How many documents of the image have the value.
    std::uint32_t total(Ordinal ordinal) const { return values_->totals[ordinal]; }

    index::PostingList list(Ordinal ordinal) const { return values_->documents[ordinal]; }

    DocumentSet documents(Ordinal ordinal) const {
        return DocumentSet::of_list(list(ordinal), limit_);
    }

    // Those that have a number in [first, last]: of a range facet.
    DocumentSet documents_between(std::int32_t first, std::int32_t last) const;

    // Those that have no value at all.
    DocumentSet documents_without() const;

    // How many values all documents have together.
    std::size_t value_count() const { return values_->document_values.size(); }

    // How many values so many documents have that their lists have bitmaps.
    std::uint32_t frequent_values() const { return frequent_values_; }

    // How many documents the other values have, together.
    std::size_t rare_count() const { return rare_count_; }

private:
    const index::ImageFacet* values_;
    std::uint32_t limit_;
    std::uint32_t frequent_values_ = 0;
    std::size_t rare_count_ = 0;
};

} // namespace praxis::search
