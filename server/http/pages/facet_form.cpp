// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/facet_form.h"

#include "server/http/pages/labels.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

using search::FacetCounts;
using search::FacetValue;

constexpr std::string_view many_values = "100";
constexpr std::size_t open_facets = 4;

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

std::string shown_value(const FilterName& name, const std::string& value, const SearchView& view) {
    if (const FacetCounts* counts = counts_of(view, name.facet))
        if (const FacetValue* counted_value = find_value(counts->values, value))
            return counted_value->label;
    const std::size_t dots = value.find("..");
    if (dots == 0)
        return "until " + value.substr(2);
    if (dots != std::string::npos && dots + 2 == value.size())
        return "since " + value.substr(0, dots);
    if (dots != std::string::npos)
        return value.substr(0, dots) + " to " + value.substr(dots + 2);
    return name.facet == "date" ? value : value_label(view.library, name.facet, value);
}

bool is_checkbox(const Parameter& parameter, const SearchView& view) {
    const FacetCounts* counts = counts_of(view, parameter.name);
    return counts != nullptr && find_value(counts->values, parameter.value) != nullptr;
}

void write_values(HtmlWriter& html,
                  const SearchView& view,
                  const FacetCounts& facet,
                  const std::vector<FacetValue>& values) {
    const auto list = html.in("ul");
    for (const FacetValue& value : values) {
        const auto item = html.in("li");
        {
            const auto label = html.in("label");
            const bool checked = view.parameters.has(facet.field, value.value);
            html.empty("input",
                       {{"type", "checkbox"},
                        {"form", "praxis-search"},
                        {"name", facet.field},
                        {"value", value.value},
                        {"checked", checked ? "checked" : absent}});
            html.element("span", {{"class", "value"}}, value.label);
            html.text(" ");
            html.element("span", {{"class", "count"}}, shown_number(value.count));
        }
        if (!value.children.empty())
            write_values(html, view, facet, value.children);
    }
}

void write_more(HtmlWriter& html, const SearchView& view, const FacetCounts& facet) {
    const Parameters longer = view.parameters.without("facet_size").with("facet_size", many_values);
    const auto link = html.in("a",
                              {{"class", "more"},
                               {"rel", "nofollow"},
                               {"href", search_address(longer) + "#praxis-filters"}});
    html.text("Show more");
    html.element("span", {{"class", "unseen"}}, " of " + facet.label);
}

void write_choices(HtmlWriter& html, const SearchView& view, const FacetCounts& facet) {
    write_values(html, view, facet, facet.values);
    if (facet.more && view.parameters.first("facet_size") != many_values)
        write_more(html, view, facet);
}

void write_open_facet(HtmlWriter& html, const SearchView& view, const FacetCounts& facet) {
    const auto fieldset = html.in("fieldset");
    html.element("legend", {}, facet.label);
    write_choices(html, view, facet);
}

// Opens on a click, so that a library with many facets still shows its first ones at a glance.
void write_folded_facet(HtmlWriter& html, const SearchView& view, const FacetCounts& facet) {
    const auto fieldset = html.in("fieldset");
    html.element("legend", {{"class", "unseen"}}, facet.label);
    const auto details = html.in("details");
    html.element("summary", {}, facet.label);
    write_choices(html, view, facet);
}

void write_facets(HtmlWriter& html, const SearchView& view) {
    std::size_t shown = 0;
    for (const FacetCounts& facet : view.answer.facets) {
        if (facet.values.empty())
            continue;
        if (++shown <= open_facets || view.parameters.first(facet.field))
            write_open_facet(html, view, facet);
        else
            write_folded_facet(html, view, facet);
    }
}

} // namespace

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
        html.element(
            "a",
            {{"href", search_address(view.parameters.without(parameter.name, parameter.value))},
             {"rel", "nofollow"},
             {"aria-label", "Remove the filter " + label}},
            label + " ×");
    }
    const auto item = html.in("li");
    html.element("a",
                 {{"class", "clear"}, {"href", search_address(cleared)}, {"rel", "nofollow"}},
                 "Clear all filters");
}

void write_facet_form(HtmlWriter& html, const SearchView& view) {
    const bool has_values = std::ranges::any_of(
        view.answer.facets, [](const FacetCounts& facet) { return !facet.values.empty(); });
    if (!has_values)
        return;
    const auto aside =
        html.in("aside", {{"id", "praxis-filters"}, {"aria-label", "Filters"}, {"tabindex", "-1"}});
    html.element("h2", {}, "Narrow the results");
    write_facets(html, view);
    const auto bar = html.in("p", {{"class", "apply"}});
    html.element("button", {{"type", "submit"}, {"form", "praxis-search"}}, "Apply filters");
}

void write_kept_fields(HtmlWriter& html, const SearchView& view) {
    for (const Parameter& parameter : view.parameters.all())
        if (parameter.name != "q" && parameter.name != "cursor" && !is_checkbox(parameter, view))
            html.empty("input",
                       {{"type", "hidden"}, {"name", parameter.name}, {"value", parameter.value}});
}

} // namespace praxis::http
