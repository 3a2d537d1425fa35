// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/selection.h"

#include "server/search/query/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::search {

namespace {

void append(std::vector<std::string>& values, const std::vector<std::string>& more) {
    for (const std::string& value : more)
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
}

bool has(std::span<const Ordinal> values, Ordinal wanted) {
    return std::binary_search(values.begin(), values.end(), wanted);
}

} // namespace

Selection::Selection(const SearchRequest& request, const Snapshot& snapshot) : snapshot_(snapshot) {
    for (std::size_t facet = 0; facet < snapshot.facets().size(); ++facet)
        facets_.emplace_back().facet = facet;
    collect(request);
    for (Bound& bound : facets_) {
        bind(bound);
        if (bound.choice.chooses() || bound.choice.adds() || !bound.choice.none.empty())
            active_.push_back(bound.facet);
    }
}

void Selection::collect(const SearchRequest& request) {
    for (const FacetFilter& filter : request.filters) {
        FacetChoice& choice = facets_[snapshot_.facet(filter.facet).value()].choice;
        append(choice.any, filter.any);
        append(choice.all, filter.all);
        append(choice.none, filter.none);
        choice.missing |= filter.missing;
    }
    for (const RangeFilter& range : request.ranges)
        if (range.field == "date")
            dates_.emplace_back(range, snapshot_);
        else
            facets_[snapshot_.facet(range.field).value()].choice.ranges.push_back(range);
}

void Selection::bind(Bound& bound) const {
    const FacetColumn& column = snapshot_.facets()[bound.facet];
    for (const std::string& value : bound.choice.any)
        if (const auto ordinal = column.find(value))
            bound.any.push_back(*ordinal);
    for (const std::string& value : bound.choice.all)
        bound.all.push_back(column.find(value));
    for (const std::string& value : bound.choice.none)
        if (const auto ordinal = column.find(value))
            bound.none.push_back(*ordinal);
    for (const RangeFilter& range : bound.choice.ranges)
        bound.ranges.emplace_back(range, snapshot_);
}

Selection::Verdict Selection::judge(std::uint32_t document) const {
    Verdict verdict;
    if (!dates_.empty() && std::none_of(dates_.begin(), dates_.end(), [&](const RangeTest& range) {
            return range.meets(document);
        }))
        return {true, std::nullopt};
    for (const std::size_t facet : active_) {
        const Bound& bound = facets_[facet];
        if (!meets_conditions(bound, document))
            return {true, std::nullopt};
        if (!bound.choice.chooses() || is_chosen(bound, document))
            continue;
        if (bound.choice.adds() || verdict.only)
            return {true, std::nullopt};
        verdict.only = facet;
    }
    return verdict;
}

bool Selection::is_chosen(const Bound& bound, std::uint32_t document) const {
    const auto values = snapshot_.facets()[bound.facet].of(document);
    if (bound.choice.missing && values.empty())
        return true;
    return std::any_of(bound.any.begin(),
                       bound.any.end(),
                       [&](Ordinal ordinal) { return has(values, ordinal); }) ||
           std::any_of(bound.ranges.begin(), bound.ranges.end(), [&](const RangeTest& range) {
               return range.meets(document);
           });
}

bool Selection::meets_conditions(const Bound& bound, std::uint32_t document) const {
    const auto values = snapshot_.facets()[bound.facet].of(document);
    return std::all_of(bound.all.begin(),
                       bound.all.end(),
                       [&](const std::optional<Ordinal>& ordinal) {
                           return ordinal && has(values, *ordinal);
                       }) &&
           std::none_of(bound.none.begin(), bound.none.end(), [&](Ordinal ordinal) {
               return has(values, ordinal);
           });
}

void Selection::note_unknown(std::vector<Note>& notes) const {
    for (const Bound& bound : facets_) {
        const FacetColumn& column = snapshot_.facets()[bound.facet];
        for (const auto* values : {&bound.choice.any, &bound.choice.all, &bound.choice.none})
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
