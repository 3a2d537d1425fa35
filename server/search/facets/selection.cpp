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

// The conditions that a choice comes to, beside what it leaves open.
void bind_conditions(const FacetChoice& choice,
                     const FacetColumn& column,
                     std::uint32_t limit,
                     std::vector<DocumentSet>& conditions) {
    for (const std::string& value : choice.all)
        conditions.push_back(with_value(column, value, limit));
    for (const std::string& value : choice.none)
        if (column.find(value))
            conditions.push_back(complement(with_value(column, value, limit)));
}

DocumentSet chosen(const FacetChoice& choice, const FacetColumn& column, const Layer& layer) {
    std::vector<DocumentSet> alternatives;
    for (const std::string& value : choice.any)
        alternatives.push_back(with_value(column, value, layer.document_count()));
    for (const RangeFilter& range : choice.ranges)
        alternatives.push_back(documents_in(range, layer));
    if (choice.missing)
        alternatives.push_back(column.documents_without());
    return union_of(alternatives, layer.document_count());
}

} // namespace

Selection::Selection(const SearchRequest& request, const Snapshot& snapshot) : snapshot_(snapshot) {
    const std::vector<RangeFilter> dates = collect(request);
    for (const Layer& layer : snapshot.layers())
        bound_.push_back(bind(dates, layer));
}

// Sorts the request by facet; returns the ranges of dates.
std::vector<RangeFilter> Selection::collect(const SearchRequest& request) {
    for (const FacetFilter& filter : request.filters) {
        FacetChoice& choice = choice_to_make(filter.facet);
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
            choice_to_make(range.field).ranges.push_back(range);
    return dates;
}

FacetChoice& Selection::choice_to_make(std::string_view facet) {
    const std::size_t number = snapshot_.facet(facet).value();
    const auto at = std::ranges::lower_bound(choices_, number, {}, &ChosenIn::facet);
    if (at != choices_.end() && at->facet == number)
        return at->choice;
    return choices_.insert(at, {number, {}})->choice;
}

const FacetChoice& Selection::choice(std::size_t facet) const {
    static const FacetChoice none;
    const auto at = std::ranges::find(choices_, facet, &ChosenIn::facet);
    return at != choices_.end() ? at->choice : none;
}

Selection::Bound Selection::bind(const std::vector<RangeFilter>& dates, const Layer& layer) const {
    Bound bound;
    std::vector<DocumentSet> alternatives;
    for (const RangeFilter& range : dates)
        alternatives.push_back(documents_in(range, layer));
    if (!dates.empty())
        bound.conditions.push_back(union_of(alternatives, layer.document_count()));
    for (const auto& [facet, choice] : choices_) {
        const FacetColumn& column = layer.facets()[facet];
        bind_conditions(choice, column, layer.document_count(), bound.conditions);
        if (choice.is_open())
            bound.open.push_back({facet, chosen(choice, column, layer)});
        else if (choice.chooses())
            bound.conditions.push_back(chosen(choice, column, layer));
    }
    return bound;
}

LayerSets Selection::filter(const LayerSets& documents, std::optional<std::size_t> open) const {
    LayerSets filtered;
    for (std::size_t layer = 0; layer < documents.size(); ++layer) {
        if (bound_[layer].empty()) {
            filtered.push_back(documents[layer]);
            continue;
        }
        std::vector<DocumentSet> sets = bound_[layer].conditions;
        sets.push_back(documents[layer]);
        for (const OpenChoice& choice : bound_[layer].open)
            if (choice.facet != open)
                sets.push_back(choice.documents);
        filtered.push_back(intersection(std::move(sets)));
    }
    return filtered;
}

void Selection::note_unknown(std::vector<Note>& notes) const {
    for (const auto& [facet, choice] : choices_) {
        const FacetValues& known = snapshot_.facets()[facet];
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
