// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/facet_page.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/search/facet_form.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

using search::FacetCounts;
using search::FacetValue;

bool keeps(FacetValue& value, const std::string& letters) {
    const bool named = to_lower_ascii(value.label).find(letters) != std::string::npos;
    if (!named)
        std::erase_if(value.children, [&](FacetValue& child) { return !keeps(child, letters); });
    return named || value.selected || !value.children.empty();
}

std::string heading_of(const SearchView& view, const FacetCounts& facet) {
    if (trim(view.request.q).empty())
        return facet.label + ": all values";
    return fmt::format(
        "{} in the results for “{}”", facet.label, collapse_whitespace(view.request.q));
}

void write_finder(HtmlWriter& html,
                  const SearchView& view,
                  const FacetCounts& facet,
                  std::string_view letters) {
    const auto form = html.in(
        "form",
        {{"class", "finder"}, {"method", "get"}, {"action", facet_address(facet.field, {})}});
    const Parameters kept = view.parameters.without("cursor");
    for (const Parameter& parameter : kept.all())
        html.empty("input",
                   {{"type", "hidden"}, {"name", parameter.name}, {"value", parameter.value}});
    html.element("label", {{"for", "praxis-find"}}, "Find in this list");
    const auto box = html.in("div", {{"class", "box"}});
    html.empty("input",
               {{"id", "praxis-find"},
                {"type", "search"},
                {"name", "find"},
                {"value", letters},
                {"dir", "auto"},
                {"data-finds", "#praxis-values"},
                {"autocomplete", "off"}});
    html.element("button", {{"type", "submit"}}, "Find");
}

void write_choices(HtmlWriter& html, const SearchView& view, const FacetCounts& facet) {
    if (facet.values.empty()) {
        html.element("p", {}, "No value has these letters.");
        return;
    }
    {
        const auto fieldset =
            html.in("fieldset", {{"id", "praxis-values"}, {"class", "all-values"}});
        html.element("legend", {{"class", "unseen"}}, facet.label);
        write_checkboxes(html, view, facet.field, facet.values);
    }
    if (facet.more)
        html.element("p", {{"class", "quiet"}}, "These are the most frequent values only.");
    const auto bar = html.in("p", {{"class", "apply"}});
    html.element("button", {{"type", "submit"}, {"form", "praxis-search"}}, "Show the results");
}

} // namespace

void keep_values(search::SearchAnswer& answer, std::string_view letters) {
    const std::string wanted = to_lower_ascii(trim(letters));
    if (wanted.empty())
        return;
    for (FacetCounts& facet : answer.facets)
        std::erase_if(facet.values, [&](FacetValue& value) { return !keeps(value, wanted); });
}

std::string facet_page(const SearchView& view, std::string_view letters) {
    const FacetCounts& facet = view.answer.facets.front();
    PageFrame frame{view.library, heading_of(view, facet)};
    frame.query = view.request.q;
    frame.indexed = false;
    frame.hidden_fields = [&view](HtmlWriter& html) {
        write_kept_fields(html, view);
    };
    return write_page(frame, [&](HtmlWriter& html) {
        html.element("h1", {}, heading_of(view, facet));
        {
            const auto back = html.in("p");
            html.element(
                "a",
                {{"href", search_address(view.parameters)}, {"rel", "nofollow"}},
                fmt::format("Back to the {}", counted(view.answer.total, "result", "results")));
        }
        write_finder(html, view, facet, letters);
        write_choices(html, view, facet);
    });
}

} // namespace praxis::http
