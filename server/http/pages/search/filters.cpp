// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/filters.h"

#include "server/http/pages/labels.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

using search::FacetCounts;
using search::FacetValue;

// The facet and the operation of a parameter's name; nothing if it is no filter.
struct FilterName {
    std::string facet;
    std::string label;
    std::string operation;
};

std::optional<FilterName> filter_name(std::string_view name, const schemas::Library& library) {
    if (name == "date")
        return FilterName{"date", "Date", ""};
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    for (const std::size_t end : {name.size(), dot})
        if (const schemas::Facet* facet = library.facet(name.substr(0, end)))
            return FilterName{facet->name,
                              facet->label,
                              std::string(name.substr(std::min(end + 1, name.size())))};
    return std::nullopt;
}

YearEnds ends_of(std::string_view range) {
    const std::size_t dots = range.find("..");
    if (dots == std::string_view::npos)
        return {std::string(range), std::string(range)};
    return {std::string(range.substr(0, dots)), std::string(range.substr(dots + 2))};
}

std::string shown_range(const std::string& value) {
    const YearEnds ends = ends_of(value);
    if (ends.from.empty())
        return "until " + ends.to;
    if (ends.to.empty())
        return "since " + ends.from;
    return ends.from == ends.to ? ends.from : ends.from + " to " + ends.to;
}

std::string shown_value(const FilterName& name, const std::string& value, const SearchView& view) {
    if (const FacetCounts* counts = counts_of(view, name.facet))
        if (const FacetValue* counted_value = find_value(counts->values, value))
            return counted_value->label;
    if (name.facet == "date" || value.find("..") != std::string::npos)
        return shown_range(value);
    return value_label(view.library, name.facet, value);
}

} // namespace

const FacetValue* find_value(const std::vector<FacetValue>& values, std::string_view value) {
    for (const FacetValue& candidate : values) {
        if (candidate.value == value)
            return &candidate;
        if (const FacetValue* below = find_value(candidate.children, value))
            return below;
    }
    return nullptr;
}

const FacetCounts* counts_of(const SearchView& view, std::string_view field) {
    const auto found = std::ranges::find(view.answer.facets, field, &FacetCounts::field);
    return found == view.answer.facets.end() ? nullptr : &*found;
}

std::optional<YearEnds> chosen_years(const Parameters& parameters, std::string_view facet) {
    const auto& all = parameters.all();
    const auto number = std::ranges::count(all, facet, &Parameter::name);
    if (number != 1)
        return number == 0 ? std::optional(YearEnds{}) : std::nullopt;
    return ends_of(*parameters.first(facet));
}

std::string filter_label(const Parameter& parameter, const SearchView& view) {
    const auto name = filter_name(parameter.name, view.library);
    if (!name)
        return {};
    if (name->operation == "missing")
        return fmt::format("no {}", name->label);
    const std::string_view prefix = name->operation == "not" ? "not " : "";
    return fmt::format("{}{}: {}", prefix, name->label, shown_value(*name, parameter.value, view));
}

Parameters without_filters(const SearchView& view) {
    std::vector<Parameter> rest = view.parameters.all();
    std::erase_if(rest, [&](const Parameter& p) {
        return filter_name(p.name, view.library).has_value() || p.name == "cursor";
    });
    return Parameters(std::move(rest));
}

void write_active_filters(HtmlWriter& html, const SearchView& view) {
    const Parameters cleared = without_filters(view);
    if (cleared.all().size() == view.parameters.without("cursor").all().size())
        return;
    const auto list = html.in("ul", {{"class", "active"}, {"aria-label", "Filters that are on"}});
    for (const Parameter& parameter : view.parameters.all()) {
        const std::string label = filter_label(parameter, view);
        if (label.empty())
            continue;
        const auto item = html.in("li");
        const auto link = html.in(
            "a",
            {{"href", search_address(view.parameters.without(parameter.name, parameter.value))},
             {"rel", "nofollow"}});
        html.element("span", {{"class", "unseen"}}, "Remove the filter ");
        html.element("bdi", {}, label);
        html.element("span", {{"class", "cross"}, {"aria-hidden", "true"}}, "×");
    }
    const auto item = html.in("li");
    html.element("a",
                 {{"class", "clear"}, {"href", search_address(cleared)}, {"rel", "nofollow"}},
                 "Clear all filters");
}

} // namespace praxis::http
