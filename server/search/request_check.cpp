// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/request_check.h"

#include "base/utf8.h"
#include "server/search/query/query_characters.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace praxis::search {

namespace {

class Check {
public:
    explicit Check(const schemas::Library& library) : library_(library) {}

    std::vector<ParameterError> check(const SearchRequest& request) {
        for (const FacetFilter& filter : request.filters)
            check_filter(filter);
        for (const RangeFilter& range : request.ranges)
            check_range(range);
        if (request.facets)
            for (const std::string& name : *request.facets)
                if (library_.facet(name) == nullptr)
                    refuse("facets", fmt::format("There is no facet “{}”.", name));
        check_sizes(request);
        if (request.sort == Sort::Relevance && !has_query(request))
            refuse("sort", "Sorting by relevance needs a query (q).");
        return std::move(errors_);
    }

private:
    void refuse(std::string parameter, std::string reason) {
        errors_.push_back({std::move(parameter), std::move(reason)});
    }

    void check_filter(const FacetFilter& filter) {
        if (library_.facet(filter.facet) == nullptr) {
            refuse(filter.facet, fmt::format("There is no facet “{}”.", filter.facet));
            return;
        }
        check_values(filter.facet, filter.any);
        check_values(filter.facet + ".all", filter.all);
        check_values(filter.facet + ".not", filter.none);
    }

    void check_values(const std::string& parameter, const std::vector<std::string>& values) {
        for (const std::string& value : values)
            if (value.empty())
                refuse(parameter, "A value is missing.");
            else if (value.size() > max_facet_value_bytes)
                refuse(parameter, fmt::format("A value may have {} bytes.", max_facet_value_bytes));
    }

    void check_range(const RangeFilter& range) {
        const schemas::Facet* facet = library_.facet(range.field);
        const bool years = facet != nullptr && facet->shape == schemas::FacetShape::Range;
        if (range.field != "date" && !years)
            refuse(range.field, fmt::format("“{}” has no ranges.", range.field));
        else if (!range.from && !range.to)
            refuse(range.field, "A range needs at least one end.");
        else if (years &&
                 ((range.from && range.from->month != 0) || (range.to && range.to->month != 0)))
            refuse(range.field, "A range of years is written 2010..2016.");
        else if (range.from && range.to && range.to->last_day() < range.from->first_day())
            refuse(range.field, "The range ends before it begins.");
    }

    void check_sizes(const SearchRequest& request) {
        if (request.page_size > max_page_size)
            refuse("page_size", fmt::format("A page has 0 to {} hits.", max_page_size));
        if (request.facet_size < 1 || request.facet_size > max_facet_size ||
            request.range_facet_size > max_facet_size)
            refuse("facet_size", fmt::format("A list has 1 to {} values.", max_facet_size));
    }

    const schemas::Library& library_;
    std::vector<ParameterError> errors_;
};

} // namespace

std::vector<ParameterError> check_request(const SearchRequest& request,
                                          const schemas::Library& library) {
    return Check(library).check(request);
}

bool has_query(const SearchRequest& request) {
    const std::string_view text = request.q;
    for (std::size_t at = 0; at < text.size();)
        if (!is_blank(next_code_point(text, at)))
            return true;
    return false;
}

Sort effective_sort(const SearchRequest& request) {
    return request.sort.value_or(has_query(request) ? Sort::Relevance : Sort::DateDown);
}

} // namespace praxis::search
