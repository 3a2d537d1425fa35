// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/facet_form.h"

#include "server/http/pages/labels.h"
#include "server/http/pages/search/filters.h"
#include "server/http/pages/search/year_facet.h"
#include "server/http/percent.h"

#include <algorithm>

namespace praxis::http {

namespace {

using search::FacetCounts;
using search::FacetValue;

constexpr std::size_t open_facets = 3;

bool is_range(const SearchView& view, std::string_view field) {
    const schemas::Facet* facet = view.library.facet(field);
    return facet != nullptr && facet->shape == schemas::FacetShape::Range;
}

// Whether the form has a box or a field that says the same.
bool is_shown(const Parameter& parameter, const SearchView& view) {
    const FacetCounts* counts = counts_of(view, parameter.name);
    if (counts == nullptr || counts->values.empty())
        return false;
    return is_range(view, parameter.name)
               ? chosen_years(view.parameters, parameter.name).has_value()
               : find_value(counts->values, parameter.value) != nullptr;
}

void write_checkbox(HtmlWriter& html,
                    const SearchView& view,
                    std::string_view field,
                    const FacetValue& value) {
    const auto label = html.in("label");
    const bool checked = view.parameters.has(field, value.value);
    html.empty("input",
               {{"type", "checkbox"},
                {"form", "praxis-search"},
                {"name", field},
                {"value", value.value},
                {"checked", checked ? "checked" : absent}});
    html.element("span", {{"class", "value"}, {"dir", "auto"}}, value.label);
    html.text(" ");
    html.element("span", {{"class", "count"}}, shown_number(value.count));
}

void write_choices(HtmlWriter& html, const SearchView& view, const FacetCounts& facet) {
    if (is_range(view, facet.field))
        return write_year_facet(html, view, facet);
    write_checkboxes(html, view, facet.field, facet.values);
    if (!facet.more)
        return;
    const auto link = html.in("a",
                              {{"class", "more"},
                               {"rel", "nofollow"},
                               {"href", facet_address(facet.field, view.parameters)}});
    html.text("All values");
    html.element("span", {{"class", "unseen"}}, " of " + facet.label);
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

// What a publication is and is about comes first, then the library's own order.
std::vector<const FacetCounts*> in_order(const std::vector<FacetCounts>& facets) {
    std::vector<const FacetCounts*> ordered;
    for (const FacetCounts& facet : facets)
        if (!facet.values.empty())
            ordered.push_back(&facet);
    for (const std::string_view first : {"topic", "kind"})
        std::stable_partition(ordered.begin(), ordered.end(), [&](const FacetCounts* facet) {
            return facet->field == first;
        });
    return ordered;
}

// The first facets and those in use stand open, then the years, then the others.
void write_facets(HtmlWriter& html, const SearchView& view) {
    std::vector<const FacetCounts*> drawn;
    std::vector<const FacetCounts*> folded;
    std::size_t open = 0;
    for (const FacetCounts* facet : in_order(view.answer.facets)) {
        if (is_range(view, facet->field))
            drawn.push_back(facet);
        else if (open++ < open_facets || view.parameters.first(facet->field))
            write_open_facet(html, view, *facet);
        else
            folded.push_back(facet);
    }
    for (const FacetCounts* facet : drawn)
        write_open_facet(html, view, *facet);
    for (const FacetCounts* facet : folded)
        write_folded_facet(html, view, *facet);
}

} // namespace

void write_checkboxes(HtmlWriter& html,
                      const SearchView& view,
                      std::string_view field,
                      const std::vector<FacetValue>& values) {
    const auto list = html.in("ul");
    for (const FacetValue& value : values) {
        const auto item = html.in("li");
        write_checkbox(html, view, field, value);
        if (!value.children.empty())
            write_checkboxes(html, view, field, value.children);
    }
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
        if (parameter.name != "q" && parameter.name != "cursor" && !is_shown(parameter, view))
            html.empty("input",
                       {{"type", "hidden"}, {"name", parameter.name}, {"value", parameter.value}});
}

std::string facet_address(std::string_view field, const Parameters& parameters) {
    return "/facets/" + percent_encode(field) + parameters.without("cursor").to_query();
}

} // namespace praxis::http
