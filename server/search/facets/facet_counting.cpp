// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_counting.h"

#include "server/search/sets/set_operations.h"

#include <algorithm>
#include <array>

// Several ways lead to the same counts, and the cheapest depends on the set and the facet:
//
// - by list: the counts of a long posting list are known (list_counts.h).
// - by row: one pass over the set's rows counts all small facets (facet_rows.h).
// - by document: each document's values are counted up. Costs the set's share of all values.
// - by value: each value's list meets the set. A value with a bitmap costs a pass over the words,
//   which the machine makes at many words a nanosecond; another costs its documents. Good when the
//   set is dense and the values are few, whatever the set's size.
// - by the rest: what the set leaves out is counted, and taken off the totals. Good when that is
//   less than half.
//
// For a set that is everything, the totals are the counts. Rows, and the counts of lists, are there
// when they have been made.

namespace praxis::search {

namespace {

using Counts = std::vector<std::uint32_t>;

// What is done in a nanosecond, about; measured (docs/performance.md).
constexpr double rows_a_ns = 0.5;      // counted
constexpr std::uint32_t few = 100;     // documents, visited before the rows' counters are at hand
constexpr double documents_a_ns = 0.5; // visited
constexpr double values_a_ns = 1;      // counted up
constexpr double words_a_ns = 8;       // of two bitmaps, counted
constexpr double tests_a_ns = 1;       // of a listed document in a bitmap
constexpr double list_ns = 20;         // to begin with a list

class Counting {
public:
    Counting(const FacetColumn& column, const DocumentSet& documents, const Deadline& deadline)
        : column_(column), documents_(documents), deadline_(deadline) {}

    Counts count() {
        if (documents_.empty())
            return Counts(column_.size());
        if (documents_.is_all())
            return totals();
        const std::uint32_t size = documents_.size();
        const std::uint32_t rest = documents_.limit() - size;
        if (cost_by_value() < cost_by_document(std::min(size, rest)))
            return by_value();
        return rest < size / 2 ? by_rest() : by_document(documents_);
    }

    double cost_by_value() const {
        if (!documents_.is_bitmap())
            return static_cast<double>(documents_.limit()) * column_.size();
        const auto words = static_cast<double>(documents_.words().size());
        const std::uint32_t rare_values = column_.size() - column_.frequent_values();
        return column_.frequent_values() * words / words_a_ns +
               static_cast<double>(column_.rare_count()) / tests_a_ns + rare_values * list_ns;
    }

private:
    double cost_by_document(std::uint32_t documents) const {
        const double values =
            static_cast<double>(column_.value_count()) / static_cast<double>(documents_.limit());
        return static_cast<double>(documents) * (1 / documents_a_ns + values / values_a_ns);
    }

    Counts totals() const {
        Counts counts(column_.size());
        for (Ordinal ordinal = 0; ordinal < counts.size(); ++ordinal)
            counts[ordinal] = column_.total(ordinal);
        return counts;
    }

    Counts by_document(const DocumentSet& documents) const {
        Counts counts(column_.size());
        constexpr std::uint32_t stretch = 1U << 16U;
        for (std::uint32_t begin = 0; begin < documents.limit() && !deadline_.passed();) {
            const std::uint32_t end = begin + std::min(stretch, documents.limit() - begin);
            documents.for_each(begin, end, [&](std::uint32_t document) {
                for (const Ordinal value : column_.of(document))
                    ++counts[value];
            });
            begin = end;
        }
        return counts;
    }

    Counts by_rest() const {
        Counts counts = totals();
        const Counts rest = by_document(complement(documents_));
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] -= rest[i];
        return counts;
    }

    Counts by_value() const {
        Counts counts(column_.size());
        for (Ordinal ordinal = 0; ordinal < counts.size() && !deadline_.passed(); ++ordinal) {
            const index::PostingList list = column_.list(ordinal);
            counts[ordinal] = static_cast<std::uint32_t>(
                list.has_bitmap() ? count_common_bits(list.bitmap(), documents_.words())
                                  : count_listed(list));
        }
        return counts;
    }

    std::uint32_t count_listed(const index::PostingList& list) const {
        std::array<std::uint32_t, index::block_postings> block;
        const BitWord* words = documents_.words().data();
        BitWord count = 0;
        for (std::size_t b = 0; b < list.blocks().size(); ++b) {
            const std::uint32_t size = list.documents(b, block.data());
            for (std::uint32_t i = 0; i < size; ++i)
                count += words[block[i] / 64] >> (block[i] % 64) & 1U;
        }
        return static_cast<std::uint32_t>(count);
    }

    const FacetColumn& column_;
    const DocumentSet& documents_;
    const Deadline& deadline_;
};

// Several facets in one layer.
class LayerCounting {
public:
    LayerCounting(const Layer& layer, const DocumentSet& documents, const Deadline& deadline)
        : layer_(layer), documents_(documents), deadline_(deadline) {}

    // In the order of the facets.
    std::vector<Counts> count(const std::vector<std::size_t>& facets) const {
        std::vector<Counts> counts(facets.size());
        std::vector<std::size_t> small; // places of those that are
        for (std::size_t i = 0; i < facets.size(); ++i)
            if (has_row(facets[i]))
                small.push_back(i);
            else
                counts[i] = counting(facets[i]).count();
        if (!small.empty())
            count_small(facets, small, counts);
        return counts;
    }

private:
    Counting counting(std::size_t facet) const {
        return {layer_.facets()[facet], documents_, deadline_};
    }

    bool has_row(std::size_t facet) const {
        const FacetRows* rows = layer_.facet_rows();
        return rows != nullptr && rows->has(facet) && documents_.size() > few &&
               !documents_.is_all();
    }

    // Those of the facets at `places`.
    void count_small(const std::vector<std::size_t>& facets,
                     const std::vector<std::size_t>& places,
                     std::vector<Counts>& counts) const {
        const ListCounts* const by_list = layer_.list_counts();
        if (const auto* known = by_list != nullptr ? by_list->of(documents_.list()) : nullptr)
            return take(*known, facets, places, counts);
        double cost_by_value = 0;
        for (const std::size_t place : places)
            cost_by_value += counting(facets[place]).cost_by_value();
        const std::uint32_t rest = documents_.limit() - documents_.size();
        if (cost_by_value < std::min(documents_.size(), rest) / rows_a_ns) {
            for (const std::size_t place : places)
                counts[place] = counting(facets[place]).count();
            return;
        }
        const FacetRows& rows = *layer_.facet_rows();
        if (documents_.size() <= rest)
            return take(rows.count(documents_, deadline_), facets, places, counts);
        take(rows.count(complement(documents_), deadline_), facets, places, counts);
        for (const std::size_t place : places)
            for (Ordinal value = 0; value < counts[place].size(); ++value)
                counts[place][value] =
                    layer_.facets()[facets[place]].total(value) - counts[place][value];
    }

    // What the rows' counts say of the facets at `places`.
    void take(const FacetRows::Counts& counted,
              const std::vector<std::size_t>& facets,
              const std::vector<std::size_t>& places,
              std::vector<Counts>& counts) const {
        for (const std::size_t place : places) {
            const auto of_facet = layer_.facet_rows()->of(facets[place], counted);
            counts[place].assign(of_facet.begin(), of_facet.end());
        }
    }

    const Layer& layer_;
    const DocumentSet& documents_;
    const Deadline& deadline_;
};

} // namespace

std::vector<std::uint32_t>
count_values(const FacetColumn& column, const DocumentSet& documents, const Deadline& deadline) {
    return Counting(column, documents, deadline).count();
}

std::vector<std::vector<std::uint32_t>> count_facets(const std::vector<std::size_t>& facets,
                                                     const LayerSets& documents,
                                                     const Snapshot& snapshot,
                                                     const Deadline& deadline) {
    std::vector<std::vector<Counts>> by_layer;
    for (std::size_t layer = 0; layer < documents.size(); ++layer)
        by_layer.push_back(
            LayerCounting(snapshot.layers()[layer], documents[layer], deadline).count(facets));
    std::vector<Counts> counts;
    counts.reserve(facets.size());
    for (std::size_t i = 0; i < facets.size(); ++i) {
        std::vector<Counts> of_facet;
        for (std::vector<Counts>& layer : by_layer)
            of_facet.push_back(std::move(layer[i]));
        counts.push_back(snapshot.facets()[facets[i]].together(std::move(of_facet)));
    }
    return counts;
}

} // namespace praxis::search
