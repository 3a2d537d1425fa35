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
    : snapshot_(snapshot), choices_(snapshot.facets().size()), chosen_(snapshot.facets().size()) {
    bind_dates(collect(request));
    for (std::size_t facet = 0; facet < choices_.size(); ++facet) {
        bind_conditions(facet);
        if (!choices_[facet].chooses())
            continue;
        if (choices_[facet].adds())
            conditions_.push_back(chosen(facet));
        else
            chosen_[facet] = chosen(facet);
    }
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

void Selection::bind_dates(const std::vector<RangeFilter>& dates) {
    std::vector<DocumentSet> alternatives;
    for (const RangeFilter& range : dates)
        alternatives.push_back(documents_in(range, snapshot_));
    if (!dates.empty())
        conditions_.push_back(union_of(alternatives, snapshot_.document_count()));
}

void Selection::bind_conditions(std::size_t facet) {
    const FacetColumn& column = snapshot_.facets()[facet];
    const std::uint32_t limit = snapshot_.document_count();
    for (const std::string& value : choices_[facet].all)
        conditions_.push_back(with_value(column, value, limit));
    for (const std::string& value : choices_[facet].none)
        if (column.find(value))
            conditions_.push_back(complement(with_value(column, value, limit)));
}

DocumentSet Selection::chosen(std::size_t facet) const {
    const FacetColumn& column = snapshot_.facets()[facet];
    std::vector<DocumentSet> alternatives;
    for (const std::string& value : choices_[facet].any)
        alternatives.push_back(with_value(column, value, snapshot_.document_count()));
    for (const RangeFilter& range : choices_[facet].ranges)
        alternatives.push_back(documents_in(range, snapshot_));
    if (choices_[facet].missing)
        alternatives.push_back(column.documents_without());
    return union_of(alternatives, snapshot_.document_count());
}

DocumentSet Selection::filter(const DocumentSet& documents, std::optional<std::size_t> open) const {
    std::vector<DocumentSet> sets = conditions_;
    sets.push_back(documents);
    for (std::size_t facet = 0; facet < chosen_.size(); ++facet)
        if (chosen_[facet] && facet != open)
            sets.push_back(*chosen_[facet]);
    return intersection(std::move(sets));
}

void Selection::note_unknown(std::vector<Note>& notes) const {
    for (std::size_t facet = 0; facet < choices_.size(); ++facet) {
        const FacetColumn& column = snapshot_.facets()[facet];
        const FacetChoice& choice = choices_[facet];
        for (const auto* values : {&choice.any, &choice.all, &choice.none})
            for (const std::string& value : *values)
                if (!column.find(value))
                    add_note(notes,
                             "unknown-value",
                             fmt::format("No publication has the value “{}” in {}.",
                                         value,
                                         column.facet().name));
    }
}

} // namespace praxis::search
