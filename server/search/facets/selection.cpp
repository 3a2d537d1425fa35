// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/selection.h"

#include "server/search/evaluation/ranges.h"
#include "server/search/query/query_lexer.h"
#include "server/search/sets/set_operations.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::search {

namespace {

void append(std::vector<std::string>& values, const std::vector<std::string>& more) {
    for (const std::string& value : more)
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
}

DocumentSet with_value(const FacetColumn& column, const std::string& value, std::uint32_t limit) {
    const std::optional<Ordinal> ordinal = column.find(value);
    return ordinal ? column.documents(*ordinal) : DocumentSet::none(limit);
}

} // namespace

Selection::Selection(const SearchRequest& request, const Snapshot& snapshot)
    : snapshot_(snapshot), choices_(snapshot.facets().size()) {
    const std::vector<RangeFilter> dates = collect(request);
    for (const Layer& layer : snapshot.layers())
        bound_.push_back(bind(dates, layer));
}

// Sorts the request by facet; returns the ranges of dates.
std::vector<RangeFilter> Selection::collect(const SearchRequest& request) {
    for (const FacetFilter& filter : request.filters) {
        FacetChoice& choice = choices_[snapshot_.facet(filter.facet).value()];
        append(choice.any, filter.any);
        append(choice.all, filter.all);
        append(choice.none, filter.none);
        choice.missing |= filter.missing;
    }
    std::vector<RangeFilter> dates;
    for (const RangeFilter& range : request.ranges)
        if (range.field == "date")
            dates.push_back(range);
        else
            choices_[snapshot_.facet(range.field).value()].ranges.push_back(range);
    return dates;
}

Selection::Bound Selection::bind(const std::vector<RangeFilter>& dates, const Layer& layer) const {
    Bound bound;
    bound.chosen.resize(choices_.size());
    std::vector<DocumentSet> alternatives;
    for (const RangeFilter& range : dates)
        alternatives.push_back(documents_in(range, layer));
    if (!dates.empty())
        bound.conditions.push_back(union_of(alternatives, layer.document_count()));
    for (std::size_t facet = 0; facet < choices_.size(); ++facet) {
        bind_conditions(facet, layer, bound);
        if (is_open(facet))
            bound.chosen[facet] = chosen(facet, layer);
        else if (choices_[facet].chooses())
            bound.conditions.push_back(chosen(facet, layer));
    }
    return bound;
}

void Selection::bind_conditions(std::size_t facet, const Layer& layer, Bound& bound) const {
    const FacetColumn& column = layer.facets()[facet];
    const std::uint32_t limit = layer.document_count();
    for (const std::string& value : choices_[facet].all)
        bound.conditions.push_back(with_value(column, value, limit));
    for (const std::string& value : choices_[facet].none)
        if (column.find(value))
            bound.conditions.push_back(complement(with_value(column, value, limit)));
}

DocumentSet Selection::chosen(std::size_t facet, const Layer& layer) const {
    const FacetColumn& column = layer.facets()[facet];
    std::vector<DocumentSet> alternatives;
    for (const std::string& value : choices_[facet].any)
        alternatives.push_back(with_value(column, value, layer.document_count()));
    for (const RangeFilter& range : choices_[facet].ranges)
        alternatives.push_back(documents_in(range, layer));
    if (choices_[facet].missing)
        alternatives.push_back(column.documents_without());
    return union_of(alternatives, layer.document_count());
}

LayerSets Selection::filter(const LayerSets& documents, std::optional<std::size_t> open) const {
    LayerSets filtered;
    for (std::size_t layer = 0; layer < documents.size(); ++layer) {
        std::vector<DocumentSet> sets = bound_[layer].conditions;
        sets.push_back(documents[layer]);
        for (std::size_t facet = 0; facet < choices_.size(); ++facet)
            if (bound_[layer].chosen[facet] && facet != open)
                sets.push_back(*bound_[layer].chosen[facet]);
        filtered.push_back(intersection(std::move(sets)));
    }
    return filtered;
}

void Selection::note_unknown(std::vector<Note>& notes) const {
    for (std::size_t facet = 0; facet < choices_.size(); ++facet) {
        const FacetValues& known = snapshot_.facets()[facet];
        const FacetChoice& choice = choices_[facet];
        for (const auto* values : {&choice.any, &choice.all, &choice.none})
            for (const std::string& value : *values)
                if (!known.find(value))
                    add_note(notes,
                             "unknown-value",
                             fmt::format("No publication has the value “{}” in {}.",
                                         value,
                                         known.facet().name));
    }
}

} // namespace praxis::search
